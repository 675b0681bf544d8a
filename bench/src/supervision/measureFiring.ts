import { type BenchStack, tenant } from '../benchStack.ts';
import type { ClockFiller } from './fillClocks.ts';

/** Milliseconds that putting one clock into the store may take on a busy machine. */
const eachInsert = 4;

/** Milliseconds after which firing is given up. */
const patience = 600_000;

/** Seconds from the instant at which so many clocks fall due until the server has fired the last; finding them is part of it. */
export async function fireDue(
  { db, serverUrl }: BenchStack,
  filler: ClockFiller,
  count: number,
): Promise<number> {
  const at = new Date(Math.ceil((Date.now() + 20_000 + count * eachInsert) / 1000) * 1000);
  await filler.addDue(count, at);
  if (Date.now() > at.getTime()) throw new Error('the clocks were due before all were in the store');
  const alerts = db.collection('alerts');
  const told = await alerts.countDocuments({ tenant });
  const before = await countFired(serverUrl);
  await new Promise((resolve) => setTimeout(resolve, at.getTime() - Date.now()));
  const began = performance.now();
  // The server says itself how many it has fired: a look at the due clocks costs the store as much as firing some. The sweep
  // begins up to five seconds after the instant.
  while ((await countFired(serverUrl)) - before < count) {
    if (performance.now() - began > patience) throw new Error('not all that is due was fired');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - began) / 1000;
  const fired = (await alerts.countDocuments({ tenant })) - told;
  if (fired !== count) throw new Error(`${fired} of ${count} have been told`);
  return seconds;
}

/** Escalation steps that the server has fired since it began. */
async function countFired(serverUrl: string): Promise<number> {
  const text = await (await fetch(`${serverUrl}/metrics`)).text();
  return [...text.matchAll(/^onewindow_escalations_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
}
