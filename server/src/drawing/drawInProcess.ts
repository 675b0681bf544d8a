import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { SealConfig } from '../documents/chooseSealOffice.ts';
import type { DrawingRoom } from './drawingRoom.ts';
import type { Answer, Opening, Order } from './orders.ts';

/** Added niceness: whoever waits for an answer goes first on a busy machine. */
const niceness = 10;
const script = fileURLToPath(new URL('./drawingProcess.ts', import.meta.url));

/** All of the server's environment that the child gets: no address and no key of the store. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT', 'TZ', 'NODE_EXTRA_CA_CERTS'];

/**
 * Draws in a child process of lower priority, which is told where the seals are and opens them itself: seal keys do not
 * travel, only what is to be drawn (memory to memory, nothing is written). A child that dies fails what it was drawing,
 * which the outbox and the workers repeat, and the next order starts another.
 */
export function drawInProcess(log: Logger, seals: SealConfig): DrawingRoom & { pid(): number | undefined } {
  let child: ChildProcess | undefined;
  let last = 0;
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

  const start = (): ChildProcess => {
    const env = Object.fromEntries(
      inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    );
    const started = fork(script, { env, execArgv: process.execArgv, serialization: 'advanced' });
    started.send({ seals } satisfies Opening);
    if (started.pid !== undefined) lowerPriority(started.pid, log);
    started.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) release(started);
      if (answer.error === undefined) one?.resolve(answer);
      else one?.reject(Object.assign(new Error(answer.error.message), answer.error));
    });
    started.once('exit', (code, signal) => {
      if (child === started) child = undefined;
      if (waiting.size > 0) log.error({ code, signal, orders: waiting.size }, 'the drawing process ended');
      for (const { reject } of waiting.values()) reject(new Error('the drawing process ended'));
      waiting.clear();
    });
    return started;
  };

  const send = (order: Omit<Order, 'id'>): Promise<Answer> => {
    child ??= start();
    const to = child;
    hold(to);
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      to.send({ id, ...order } as Order, (error) => {
        if (error === null) return;
        waiting.delete(id);
        reject(error);
      });
    });
  };

  return {
    pid: () => child?.pid,
    warmUp: () => {
      child ??= start();
      if (waiting.size === 0) release(child);
    },
    document: async (document) => pdfOf(await send({ document })),
    license: async (license) => pdfOf(await send({ license })),
    preview: async (preview) => {
      const answer = await send({ preview });
      if (answer.preview === undefined) throw new Error('no preview');
      return answer.preview;
    },
    previewDocument: async (documentPreview) => {
      const answer = await send({ documentPreview });
      if (answer.documentPreview === undefined) throw new Error('no preview');
      return answer.documentPreview;
    },
    async close() {
      const ending = child;
      if (ending === undefined) return;
      const gone = new Promise((resolve) => ending.once('exit', resolve));
      ending.ref();
      ending.disconnect();
      await gone;
    },
  };
}

function pdfOf({ pdf }: Answer): Buffer {
  if (pdf === undefined) throw new Error('no drawing');
  return Buffer.from(pdf);
}

/** With something to draw the child keeps its server alive, without it does not. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function lowerPriority(pid: number, log: Logger): void {
  try {
    setPriority(pid, niceness);
  } catch (err) {
    log.warn({ err }, 'the drawing process keeps the usual priority');
  }
}
