import { parentPort } from 'node:worker_threads';
import { type ReportBasis, reckonReport } from './reckonReport.ts';
import type { CaseFact } from './reportFacts.ts';

/** What the thread of a report is sent: cases, again and again, then what else it is reckoned from. */
export type ReportOrder = { cases: CaseFact[] } | { basis: ReportBasis };

const read: CaseFact[] = [];

// What a thread of its own begins with (`ReckoningThread`): collects the cases of a month, reckons its report, and answers with it.
parentPort?.on('message', async (order: ReportOrder) => {
  if ('cases' in order) for (const fact of order.cases) read.push(fact);
  else parentPort?.postMessage(await reckonReport(read, order.basis));
});
