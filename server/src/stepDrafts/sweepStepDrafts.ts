import type { AppContext } from '../app/appContext.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { upTo } from '../store/upTo.ts';
import type { StepDraftDocument } from './model.ts';

const batch = 100;

/** Forgets what was filled in at tasks that ended otherwise (withdrawn, completed by another). Returns how many are gone. */
export async function sweepStepDrafts(app: AppContext): Promise<number> {
  const { tenant } = app;
  const now = app.time.now();
  let gone = 0;
  for (;;) {
    const due = (await app.models.stepDrafts
      .find({ tenant, sweepAt: upTo(now) })
      .limit(batch)
      .lean()) as StepDraftDocument[];
    for (const { _id, taskId, sweepAt } of due) {
      const task = await app.models.tasks.findOne({ _id: taskId, tenant }, { active: 1 }).lean();
      if (task?.active === true) {
        const later = new Date(now.getTime() + unusedGrace);
        await app.models.stepDrafts.updateOne({ _id, sweepAt }, { $set: { sweepAt: later } });
      } else gone += (await app.models.stepDrafts.deleteOne({ _id, sweepAt })).deletedCount;
    }
    if (due.length < batch) return gone;
  }
}
