import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { samplePhoto } from '../../../scripts/journey/foodLicense.ts';
import { completeStep, findTask } from '../../../scripts/journey/steps.ts';
import { blocking, findingsOf, MigrationBench, pass, refusal } from '../testing/migrationBench.ts';
import type { Edit } from './versions.fixture.ts';

const opening = '"components": [\n    {\n      "type": "panel",\n      "key": "checkPanel",';

/** The review shows a value that only the case can give. */
const withShownCode = (prefill: string): readonly Edit[] => [
  [
    'forms/review.json',
    opening,
    opening.replace(
      '[\n',
      '[\n{"type": "textfield", "key": "siteCode", "label": "场所编码", "properties": {"en": "Site code"}, "disabled": true, "input": true, "validate": {"required": true}},\n',
    ),
  ],
  [
    'pack.yaml',
    '    form: forms/review.json\n    role: approver\n',
    `    form: forms/review.json\n    role: approver\n    prefill:\n      - {to: siteCode, from: '${prefill}'}\n`,
  ],
];

describe('whether a case fits the forms of the new version', () => {
  let bench: MigrationBench;

  before(async () => {
    bench = await MigrationBench.open();
  });
  after(() => bench.close());

  it('is refused where the application lacks what the item asks for beside its form', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const natural = await bench.publish([
      ['pack.yaml', 'applicantKinds: [legal]', 'applicantKinds: [natural]'],
    ]);
    const plan = await bench.planOf({ from, to: natural, cases: [subject._id] });
    assert.deepEqual(blocking(plan), ['applicationMisfit']);
    const misfit = findingsOf(plan).find(({ code }) => code === 'applicationMisfit');
    assert.match(String(misfit?.['zh']), /只受理个人/);
    assert.match(String(misfit?.['en']), /natural persons only/);
    assert.equal((await refusal(bench.order(plan, '不行'))).code, 'migrationImpossible');
  });

  it('is refused where an open task’s new form shows what the case cannot give', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const given = await bench.publish(withShownCode('intake:/premisesAddress'));
    assert.deepEqual(blocking(await bench.planOf({ from, to: given, cases: [subject._id] })), []);
    const missing = await bench.publish(withShownCode('license:/licenseNo'));
    const plan = await bench.planOf({ from, to: missing, cases: [subject._id] });
    assert.deepEqual(blocking(plan), ['prefillMissing']);
    assert.match(
      String(findingsOf(plan).find(({ code }) => code === 'prefillMissing')?.['zh']),
      /材料审查.*场所编码/,
    );
  });

  it('is refused where the field of a file that was uploaded is gone', async () => {
    const from = await bench.publish([]);
    const subject = await bench.acceptedCase();
    const caseNo = String(subject.caseNo);
    await completeStep(bench.approver, caseNo, 'review', pass);
    const task = `/tasks/${String((await findTask(bench.approver, caseNo, 'inspect'))['id'])}`;
    await bench.approver.post(`${task}/claim`);
    const renamed: Edit = ['forms/inspection.json', '"key": "image"', '"key": "picture"'];
    const to = await bench.publish([renamed]);
    assert.deepEqual(blocking(await bench.planOf({ from, to, cases: [subject._id] })), []);
    await bench.approver.upload(`${task}/files?field=photos.image`, {
      name: '门头.jpg',
      bytes: samplePhoto(caseNo),
      type: 'image/jpeg',
    });
    const plan = await bench.planOf({ from, to, cases: [subject._id] });
    assert.deepEqual(blocking(plan), ['fileFieldGone']);
    assert.match(JSON.stringify(findingsOf(plan)), /photos\.image/);
  });
});
