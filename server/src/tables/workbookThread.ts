import { parentPort, workerData } from 'node:worker_threads';
import { composeWorkbook } from './composeWorkbook.ts';
import type { Table } from './table.ts';

/** What a thread of its own begins with (`composeInThread`): writes the workbook that it was given, and ends. */
parentPort?.postMessage(await composeWorkbook(workerData as readonly Table[]));
