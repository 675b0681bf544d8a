import { loadConfig } from '../config/loadConfig.ts';
import { chooseSealOffice } from '../documents/chooseSealOffice.ts';
import { systemTime } from '../time/timeSource.ts';
import { drawHere } from './drawHere.ts';
import type { Answer, Order } from './orders.ts';

// The drawing process (drawInProcess): draws one order after another until its server disconnects or dies.
const seals = await chooseSealOffice(loadConfig(process.env), systemTime);
const room = drawHere(seals);
let queue: Promise<void> = Promise.resolve();

process.on('message', (order: Order) => {
  queue = queue.then(async () => reply(await draw(order)));
});
process.once('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The server decides when it has drained; a signal to the whole group is not for this process.
  process.on(signal, () => undefined);
}

async function draw({ id, document, license }: Order): Promise<Answer> {
  try {
    if (document !== undefined) return { id, pdf: await room.document(document) };
    if (license !== undefined) return { id, pdf: await room.license(license) };
    throw new Error('nothing to draw');
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return { id, error: { name, message, ...(code === undefined ? {} : { code }) } };
  }
}

function reply(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}
