import { type BenchStack, tenant } from '../benchStack.ts';
import type { ClockFiller } from './fillClocks.ts';

/** Milliseconds that putting one clock into the store may take on a busy machine. */
const eachInsert = 15;

/** Seconds from the instant at which so many clocks fall due until the server has fired the last; finding them is part of it. */
export async function fireDue({ db }: BenchStack, filler: ClockFiller, count: number): Promise<number> {
  const at = new Date(Math.ceil((Date.now() + 20_000 + count * eachInsert) / 1000) * 1000);
  await filler.addDue(count, at);
  if (Date.now() > at.getTime()) throw new Error('the clocks were due before all were in the store');
  const alerts = db.collection('alerts');
  const clocks = db.collection('clocks');
  const waiting = { tenant, nextFireAt: { $gt: new Date(0), $lte: at } };
  const told = await alerts.countDocuments({ tenant });
  await new Promise((resolve) => setTimeout(resolve, at.getTime() - Date.now()));
  const began = performance.now();
  // One look costs the store little; the sweep itself begins up to five seconds after the instant.
  while ((await clocks.findOne(waiting, { projection: { _id: 1 } })) !== null)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const seconds = (performance.now() - began) / 1000;
  const fired = (await alerts.countDocuments({ tenant })) - told;
  if (fired !== count) throw new Error(`${fired} of ${count} have been told`);
  return seconds;
}
