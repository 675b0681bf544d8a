import { Worker } from 'node:worker_threads';
import { answerOfThread } from '../app/answerOfThread.ts';
import type { Table } from './table.ts';

const script = new URL('./workbookThread.ts', import.meta.url);

/** A workbook written in a thread of its own, so that the server goes on answering. Throws what writing it throws. */
export function composeInThread(tables: readonly Table[]): Promise<Uint8Array> {
  return answerOfThread(new Worker(script, { workerData: tables }));
}
