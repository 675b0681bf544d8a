import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shanghaiDay } from '@onewindow/clocks';
import { completeInspection, completeStep, findTask } from '../../../scripts/journey/steps.ts';
import { blocking, codes, findingsOf, MigrationBench, pass, refusal } from '../testing/migrationBench.ts';
import { reachStep } from '../testing/officerOf.ts';
import { type Edit, withHeadCheck, withTimer } from './versions.fixture.ts';

/** Sampling is asked about what the review says. */
const withRiskLevel: readonly Edit[] = [
  ['process.bpmn', "${outcome == 'sample'}", "${outcome == 'sample' and riskLevel == 'conform'}"],
  [
    'pack.yaml',
    '    form: forms/review.json\n    role: approver\n',
    '    form: forms/review.json\n    role: approver\n    variables: [{name: riskLevel, from: /scopeCheck, type: string}]\n',
  ],
];

describe('whether the new process can go on with a case', () => {
  let bench: MigrationBench;

  before(async () => {
    bench = await MigrationBench.open();
  });
  after(() => bench.close());

  const say = (plan: Awaited<ReturnType<MigrationBench['planOf']>>, code: string) =>
    findingsOf(plan).find((finding) => finding['code'] === code);

  it('gives along what the application says and the case lacks', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const to = await bench.publish([
      [
        'pack.yaml',
        'intakeVariables:\n',
        'intakeVariables:\n  - {name: siteAddress, from: /premisesAddress, type: string, default: none}\n',
      ],
    ]);
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    assert.deepEqual([blocking(plan), say(plan, 'variableAdded')?.['element']], [[], 'siteAddress']);
    await bench.order(plan, '新增变量');
    const variables = await bench.app.engine.getVariables(subject.engine.processInstanceId ?? '');
    assert.ok(String(variables['siteAddress'] ?? '').length > 4);
  });

  it('is refused where it asks for what no step before gives, and not before the step that does', async () => {
    const from = await bench.publish([]);
    const early = await bench.acceptedCase();
    const late = await bench.acceptedCase();
    await completeStep(bench.approver, String(late.caseNo), 'review', pass);
    await findTask(bench.approver, String(late.caseNo), 'inspect');
    const to = await bench.publish(withRiskLevel);
    assert.deepEqual(blocking(await bench.planOf({ from, to, cases: [early._id] })), []);
    const plan = await bench.planOf({ from, to, cases: [early._id, late._id] });
    assert.deepEqual(blocking(plan), ['variableMissing']);
    assert.match(String(say(plan, 'variableMissing')?.['zh']), /riskLevel/);
    // the one that fits goes, the other stays
    assert.equal((await bench.order(plan, '能走的先走'))['moved'], 1);
    assert.deepEqual(
      [(await bench.stored(early)).packVersion, (await bench.stored(late)).packVersion],
      [to, from],
    );
  });

  it('is refused where the certificate takes facts from a step that the case has passed by', async () => {
    const from = await bench.publish([]);
    const early = await bench.acceptedCase();
    const late = await bench.acceptedCase();
    const caseNo = String(late.caseNo);
    await completeStep(bench.approver, caseNo, 'review', pass);
    await completeInspection(bench.approver, caseNo, { outcome: 'pass', day: shanghaiDay(bench.time.now()) });
    await reachStep(bench.server, bench.approver, caseNo, 'decide');
    const to = await bench.publish([
      ...withHeadCheck,
      [
        'pack.yaml',
        'registeredAddress: intake:/registeredAddress',
        'registeredAddress: step.headCheck:/opinion',
      ],
    ]);
    const plan = await bench.planOf({ from, to, cases: [early._id, late._id] });
    assert.deepEqual(blocking(plan), ['licenseSourceMissing']);
    assert.equal(say(plan, 'licenseSourceMissing')?.['element'], 'headCheck');
    assert.match(String(say(plan, 'licenseSourceMissing')?.['zh']), /复核/);
  });

  it('is refused where the engine cannot follow the plan, at the element that it names', async () => {
    const from = await bench.publish(withTimer(5));
    const subject = await bench.acceptedCase();
    const moved = withTimer(5).map(
      ([path, find, put]): Edit => [
        path,
        find,
        put.replace('attachedToRef="review"', 'attachedToRef="inspect"'),
      ],
    );
    const to = await bench.publish(moved);
    const plan = await bench.planOf({ from, to, cases: [subject._id], mapping: { late: 'late' } });
    assert.ok(codes(plan).includes('engineRefuses'), JSON.stringify(codes(plan)));
    assert.equal(plan['possible'], false);
    assert.equal((await refusal(bench.order(plan, '不行'))).code, 'migrationImpossible');
    assert.equal((await bench.stored(subject)).packVersion, from);
  });
});
