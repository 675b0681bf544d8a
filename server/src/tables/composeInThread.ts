import { Worker } from 'node:worker_threads';
import type { Table } from './table.ts';

const script = new URL('./workbookThread.ts', import.meta.url);

/** A workbook written in a thread of its own, so that the server goes on answering. Throws what writing it throws. */
export function composeInThread(tables: readonly Table[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: tables });
    thread.once('message', (bytes: Uint8Array) => resolve(bytes));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of a workbook ended with ${code}`)));
  });
}
