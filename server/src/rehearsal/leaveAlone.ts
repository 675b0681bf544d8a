import { trusted } from 'mongoose';
import { givenCase } from './placeCreditRecords.ts';
import type { Run } from './run.ts';
import { casesOf } from './themeActs.ts';
import { owedBy } from './workWaiting.ts';

/**
 * The cases of a scenario that is over do nothing any more, whatever time the next one is played at, and are nothing to
 * it: no open case file that a report could be about, no credit record of its applicant.
 */
export async function leaveAlone(run: Run): Promise<void> {
  const { app } = run.stage;
  const { tenant } = app;
  const cases = await casesOf(run);
  const ids = [...run.others, ...cases.map(({ _id }) => _id)];
  const { credit = [] } = run.file.scenario;
  if (credit.length > 0 || cases.some(({ commitment }) => commitment?.state === 'broken'))
    await app.models.creditRecords.deleteMany({ tenant, caseId: trusted({ $in: [...ids, givenCase] }) });
  if (ids.length === 0) return;
  const own = { tenant, caseId: trusted({ $in: ids }) };
  await app.models.clocks.updateMany(own, { $unset: { nextFireAt: 1 } });
  const owed = await owedBy(run, ids);
  await app.models.outbox.updateMany(
    { _id: trusted({ $in: owed.map(({ _id }) => _id) }), state: 'pending' },
    { $set: { state: 'done' } },
  );
  const { dispatch, payment } = run.loaded.pack;
  await app.models.checks.updateMany(own, { $unset: { nextFireAt: 1 } });
  if (payment !== undefined) await forgetPayments(run);
  if (dispatch === undefined) return;
  await app.models.cases.updateMany(
    { tenant, _id: trusted({ $in: ids }) },
    { $unset: { 'dispatch.openKey': 1 } },
  );
}

/** The next scenario may play at an earlier time: its benefits are listed from their own first period on. */
async function forgetPayments(run: Run): Promise<void> {
  const { models, tenant } = run.stage.app;
  await models.entitlements.deleteMany({ tenant });
  await models.reclaims.deleteMany({ tenant });
  await models.paymentSchedules.deleteMany({ tenant });
  await models.paymentLists.deleteMany({ tenant });
  await models.paymentLines.deleteMany({ tenant });
}
