import { chooseSealOffice } from '../documents/chooseSealOffice.ts';
import { systemTime } from '../time/timeSource.ts';
import { drawHere } from './drawHere.ts';
import type { DrawingRoom } from './drawingRoom.ts';
import type { Answer, Opening, Order } from './orders.ts';

// The drawing process (drawInProcess): draws one order after another until its server disconnects or dies.
let room: Promise<DrawingRoom> | undefined;
let queue: Promise<void> = Promise.resolve();

process.on('message', (message: Opening | Order) => {
  if ('seals' in message) room = open(message);
  else queue = queue.then(async () => reply(await draw(message)));
});
process.once('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The server decides when it has drained; a signal to the whole group is not for this process.
  process.on(signal, () => undefined);
}

async function open({ seals }: Opening): Promise<DrawingRoom> {
  return drawHere(await chooseSealOffice(seals, systemTime));
}

async function draw({ id, document, license, preview, documentPreview }: Order): Promise<Answer> {
  try {
    if (room === undefined) throw new Error('not opened');
    const here = await room;
    if (document !== undefined) return { id, pdf: await here.document(document) };
    if (license !== undefined) return { id, pdf: await here.license(license) };
    if (preview !== undefined) return { id, preview: await here.preview(preview) };
    if (documentPreview !== undefined)
      return { id, documentPreview: await here.previewDocument(documentPreview) };
    throw new Error('nothing to draw');
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return { id, error: { name, message, ...(code === undefined ? {} : { code }) } };
  }
}

function reply(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}
