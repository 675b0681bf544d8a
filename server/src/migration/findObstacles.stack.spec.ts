import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { foodApplication, restaurant } from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense } from '../../../scripts/journey/steps.ts';
import type { CaseDocument } from '../cases/model.ts';
import { blocking, food, MigrationBench, refusal } from '../testing/migrationBench.ts';

const reissue = `  - key: reissue
    name: {zh-CN: 补证, en: Reissue}
    intakeForm: forms/application-reissue.json
    materials: [legalRepresentativeId]
    licenseAction: reissue
    requiresLicense: true
    prefill:
      - {to: currentLicenseNo, from: 'license:/licenseNo'}
    limits: {promised: 1 workday}
`;
/** The same operation for whoever has no license yet. */
const withoutLicense = `  - key: reissue
    name: {zh-CN: 补证, en: Reissue}
    intakeForm: forms/application-new.json
    materials: [businessLicense]
    licenseAction: issue
    prefill: *fromApplicant
`;

describe('why a case is not migrated now', () => {
  let bench: MigrationBench;

  before(async () => {
    bench = await MigrationBench.open();
  });
  after(() => bench.close());

  /** The codes that refuse the migration of a case; ordering it all the same is refused, too. */
  const refused = async (wish: { from: number; to: number }, { _id }: Pick<CaseDocument, '_id'>) => {
    const plan = await bench.planOf({ ...wish, cases: [_id] });
    assert.equal((await refusal(bench.order(plan, '不行'))).code, 'migrationImpossible');
    return blocking(plan);
  };

  it('is that it was withdrawn', async () => {
    const from = await bench.publish([]);
    const gone = await draftFoodLicense(bench.clerk);
    await bench.clerk.post(`/cases/${String(gone['id'])}/receive`);
    await bench.clerk.post(`/cases/${String(gone['id'])}/withdraw`, { reason: '不办了' });
    const to = await bench.publish([]);
    assert.deepEqual(await refused({ from, to }, { _id: String(gone['id']) }), ['notRunning']);
  });

  it('is that it is on another version than the one said', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    await bench.order(await bench.planOf({ from, to, cases: [subject._id] }), '先迁移');
    const next = await bench.publish([]);
    assert.deepEqual(await refused({ from, to: next }, subject), ['otherVersion']);
  });

  it('is that another migration of it is under way', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    await bench.orderWithout(await bench.planOf({ from, to, cases: [subject._id] }), subject);
    assert.deepEqual(await refused({ from, to }, subject), ['migrationUnderWay']);
    bench.later();
    await bench.server.settle();
    assert.equal((await bench.stored(subject)).packVersion, to);
  });

  it('is that an act of it stands still at the engine until somebody looks', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    // given an act that the outbox can never deliver
    const { app } = bench;
    const [task] = await bench.openTasks(subject);
    const first = await app.models.outbox.findOne({ tenant: app.tenant, stream: `${subject._id}:engine` });
    const { _id: _, ...entry } = first?.toObject() ?? {};
    await app.models.outbox.create({
      ...entry,
      _id: `unknown-${subject._id}`,
      seq: 1_000_000,
      type: 'unknownCommand',
      state: 'pending',
      nextAttemptAt: app.time.now(),
      payload: { taskId: task?._id },
    });
    bench.later();
    await bench.server.settle();
    assert.deepEqual(await refused({ from, to }, subject), ['streamParked']);
    // when it is out of the way
    await app.models.outbox.deleteOne({ _id: `unknown-${subject._id}` });
    assert.deepEqual(blocking(await bench.planOf({ from, to, cases: [subject._id] })), []);
  });

  it('is that its instance runs on another definition than the store says', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    const other = await bench.app.packs.version('scjg-food', to);
    const away = await bench.app.engine.generateMigration(subject.definitionId ?? '', other.definitionId);
    await bench.app.engine.executeMigration(away, subject.engine.processInstanceId ?? '');
    assert.deepEqual(await refused({ from, to }, subject), ['engineElsewhere']);
  });

  it('is that the new version has not the operation that was applied for', async () => {
    const from = await bench.publish([['pack.yaml', reissue, withoutLicense]]);
    const draft = await bench.clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'reissue',
      applicant: restaurant,
      area: { town: 't005' },
      formData: foodApplication,
    });
    await bench.clerk.post(`/cases/${String(draft['id'])}/receive`);
    const to = await bench.publish([['pack.yaml', reissue, '']]);
    assert.deepEqual(await refused({ from, to }, { _id: String(draft['id']) }), ['operationGone']);
  });

  it('is that the target was retired; nothing is moved to it', async () => {
    const { subject, from, to } = await bench.pairWithCase();
    await bench.designer.post(`${food}/versions/${to}/retire`, { note: '停用' } as Json);
    assert.deepEqual(await refused({ from, to }, subject), ['targetRetired']);
    assert.equal((await bench.stored(subject)).packVersion, from);
  });
});
