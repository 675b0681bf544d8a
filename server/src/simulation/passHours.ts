import { shanghaiDay } from '@onewindow/clocks';
import { sweepDeadlines } from '../app/sweepDeadlines.ts';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { withoutDrawing } from '../rehearsal/settle.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { upTo } from '../store/upTo.ts';
import { keepBoard } from '../supervision/counters/beginBoard.ts';

/**
 * Lets the time of the district go on to an instant: every light, escalation and deadline of a clock on the way happens at its
 * own moment, the other background work once a day.
 */
export async function passHours(stage: Stage, to: Date): Promise<void> {
  const { app, time } = stage;
  for (let last = 0; ; ) {
    const [next] = await app.models.clocks
      .find({ tenant: app.tenant, nextFireAt: upTo(to) }, { nextFireAt: 1 })
      .sort({ nextFireAt: 1 })
      .limit(1)
      .lean();
    const at = next?.nextFireAt?.getTime();
    // One that cannot be fired is left to the server.
    if (at === undefined || at <= last) break;
    last = at;
    await turnOver(stage, new Date(at));
    if (at > time.now().getTime()) time.set(new Date(at));
    if ((await sweepClocks(app)) > 0) await deliverDue({ app, destinations: withoutDrawing });
  }
  await turnOver(stage, to);
  if (to > time.now()) time.set(to);
}

/** At midnight the day's work that is no clock's. */
async function turnOver({ app, time }: Stage, to: Date): Promise<void> {
  if (shanghaiDay(to) === shanghaiDay(time.now())) return;
  await sweepDeadlines(app);
  await deliverDue({ app, destinations: withoutDrawing });
  await keepBoard(app);
}
