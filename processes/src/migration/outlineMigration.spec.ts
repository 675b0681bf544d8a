import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePack } from '../pack/parsePack.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { outlineMigration, refusalOfPack } from './outlineMigration.ts';

const seeds = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));
const food = seeds.get('scjg-food') ?? {};

/** The food license with edits, all of which must apply. */
function edited(...edits: readonly (readonly [file: string, find: string, put: string])[]) {
  const files: Record<string, string> = { ...food };
  for (const [file, find, put] of edits) {
    assert.ok(files[file]?.includes(find), find);
    files[file] = files[file]?.replaceAll(find, put) ?? '';
  }
  return files;
}

/** What the engine finds by itself: elements of the same id. */
const same = ['review', 'inspect', 'decide', 'deliver', 'issueLicense'].map((id) => ({ from: id, to: id }));

const renamed = edited(
  ['process.bpmn', 'id="review"', 'id="examine"'],
  ['process.bpmn', 'sourceRef="review"', 'sourceRef="examine"'],
  ['process.bpmn', 'targetRef="review"', 'targetRef="examine"'],
  ['pack.yaml', '\n  review:\n', '\n  examine:\n'],
);

const timer = (duration: string) =>
  edited([
    'process.bpmn',
    '<bpmn:exclusiveGateway id="reviewResult"',
    `<bpmn:boundaryEvent id="late" name="过久" attachedToRef="review"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:exclusiveGateway id="reviewResult"`,
  ]);

const outline = (options: Partial<Parameters<typeof outlineMigration>[0]>) =>
  outlineMigration({ before: food, after: food, generated: same, mapping: {}, ...options });
const codes = (findings: readonly { code: string }[]) => [...new Set(findings.map(({ code }) => code))];

describe('the outline of a migration', () => {
  it('has nothing to say of two versions that are the same', async () => {
    const { findings, pairs } = await outline({
      generated: Object.keys(parsePack(food).steps).map((id) => ({ from: id, to: id })),
    });
    assert.deepEqual(findings, []);
    assert.ok(pairs.every(({ from, to, updateTrigger }) => from === to && !updateTrigger));
  });

  it('names a step that is gone, and lets another take its place', async () => {
    const generated = same.filter(({ from }) => from !== 'review');
    const { findings } = await outline({ after: renamed, generated });
    const gone = findings.find(({ code, element }) => code === 'stepGone' && element === 'review');
    assert.deepEqual([gone?.severity, /材料审查/.test(gone?.zh ?? '')], ['warning', true]);
    const mapped = await outline({ after: renamed, generated, mapping: { review: 'examine' } });
    assert.equal(mapped.steps.find(({ key }) => key === 'review')?.to, 'examine');
    assert.ok(mapped.pairs.some(({ from, to }) => from === 'review' && to === 'examine'));
  });

  it('refuses to map what does not exist or is of another kind', async () => {
    for (const [mapping, code] of [
      [{ nothing: 'review' }, 'mapSourceUnknown'],
      [{ review: 'nothing' }, 'mapTargetUnknown'],
      [{ review: 'issueLicense' }, 'mapKindDiffers'],
    ] as const) {
      const { findings } = await outline({ mapping });
      const [found] = findings.filter(({ severity }) => severity === 'blocking');
      assert.equal(found?.code, code);
    }
  });

  it('takes a timer at the border of a mapped step along, and sets it anew only where its time differs', async () => {
    const generated = [...same, { from: 'late', to: 'late' }];
    const kept = await outline({ before: timer('P5D'), after: timer('P5D'), generated });
    assert.equal(kept.pairs.find(({ from }) => from === 'late')?.updateTrigger, false);
    const changed = await outline({ before: timer('P5D'), after: timer('P9D'), generated });
    assert.equal(changed.pairs.find(({ from }) => from === 'late')?.updateTrigger, true);
    assert.ok(codes(changed.findings).includes('triggerChanged'));
  });

  it('tells which limits, queues and parts change', async () => {
    const { findings } = await outline({
      after: edited(
        ['pack.yaml', 'promised: 8 workday', 'promised: 6 workday'],
        ['pack.yaml', 'limit: 3 workday', 'limit: 4 workday'],
        [
          'process.bpmn',
          'camunda:formKey="forms/inspection.json" camunda:candidateGroups="${tenant}:${decidingDepartment}:approver"',
          'camunda:formKey="forms/inspection.json" camunda:candidateGroups="${tenant}:${department}:approver"',
        ],
        ['license.yaml', 'label: 经营场所,', 'label: 场所,'],
      ),
    });
    const told = findings.filter(({ code }) => code !== 'stepGone');
    assert.deepEqual(
      told.map(({ code, element }) => [code, element]),
      [
        ['legalLimitChanged', 'promised'],
        ['stepLimitChanged', 'inspect'],
        ['routingChanged', 'inspect'],
        ['areaChanged', 'license'],
      ],
    );
    assert.match(told[0]?.zh ?? '', /承诺时限由 8个工作日 改为 6个工作日/);
    assert.match(told[0]?.en ?? '', /promised limit changes from 8 working days to 6 working days/);
    assert.ok(told.every(({ help }) => help['zh-CN'] !== '' && help.en !== ''));
  });

  it('does not migrate themes, dispatches, or to another deciding department', () => {
    const of = (code: string) => parsePack(seeds.get(code) ?? {});
    assert.deepEqual(codes(refusalOfPack(of('theme-restaurant'), of('theme-restaurant'))), ['themePack']);
    assert.deepEqual(codes(refusalOfPack(of('hotline-12345'), of('hotline-12345'))), ['dispatchPack']);
    const moved = parsePack(edited(['pack.yaml', 'department: scjg\n', 'department: wjw\n']));
    assert.deepEqual(codes(refusalOfPack(of('scjg-food'), moved)), ['departmentChanged']);
    assert.deepEqual(refusalOfPack(of('scjg-food'), of('scjg-food')), []);
  });
});

describe('what a new process asks of a running case', () => {
  const start = ['caseNo', 'tenant', 'operation', 'department', 'town', 'village', 'window'];
  const intake = ['businessKind', 'premisesArea', 'itemsChanged', 'layoutChanged', 'conditionsChanged'];
  const running = new Set([...start, ...intake, 'decidingDepartment']);
  const asking = edited([
    'process.bpmn',
    "${outcome == 'sample'}",
    "${outcome == 'sample' and riskLevel == 'high'}",
  ]);

  it('is all there for a case of the same version, wherever it stands', async () => {
    const { use, steps } = await outline({});
    for (const { key } of steps) {
      const known = new Set([...running, 'inspectionRequired', 'outcome']);
      assert.deepEqual(use.missing([key], known), [], key);
    }
  });

  it('is missed where nothing gives it before it is asked for', async () => {
    const { use } = await outline({ after: asking });
    const [missed, ...more] = use.missing(['review'], running);
    assert.deepEqual(
      [missed?.code, missed?.element, more.length],
      ['variableMissing', 'inspectionResult', 0],
    );
    assert.match(missed?.zh ?? '', /riskLevel/);
    assert.deepEqual(use.missing(['review'], new Set([...running, 'riskLevel'])), []);
  });

  it('is not missed behind the place where it is asked for', async () => {
    const { use } = await outline({ after: asking });
    assert.deepEqual(use.missing(['deliver'], running), []);
  });

  it('is not missed where a step before gives it, and is where the case has passed that step', async () => {
    const given = {
      ...asking,
      'pack.yaml': (asking['pack.yaml'] ?? '').replace(
        '    form: forms/review.json\n    role: approver\n',
        '    form: forms/review.json\n    role: approver\n    variables: [{name: riskLevel, from: /scopeCheck, type: string}]\n',
      ),
    };
    const { use } = await outline({ after: given });
    assert.deepEqual(use.missing(['review'], running), []);
    assert.deepEqual(
      use.missing(['inspect'], running).map(({ element }) => element),
      ['inspectionResult'],
    );
  });
  it('knows a step that the case has passed by on its way to the license', async () => {
    const { use } = await outline({});
    assert.equal(use.passedBy('review', ['review']), false, 'it stands there');
    assert.equal(use.passedBy('review', ['decide']), true, 'the decision may grant at once');
    assert.equal(use.passedBy('review', ['deliver']), true, 'nothing leads back');
    assert.equal(use.passedBy('inspect', ['decide']), false, 'the process itself may leave it out');
    assert.equal(use.passedBy('decide', ['review']), false);
  });
});
