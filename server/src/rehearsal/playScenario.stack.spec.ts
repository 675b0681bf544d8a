import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks, type PackFiles, readScenarios } from '@onewindow/processes';
import { openStage, type PackPlayed, partsOfEnvironment, playPacks, type Stage } from './index.ts';

const packs = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));

/** A pack with one scenario instead of its own; the blocks of given.yaml stay. */
function withScenario(
  packCode: string,
  text: string,
  edit: (files: PackFiles) => PackFiles = (files) => files,
) {
  const files = packs.get(packCode) ?? {};
  const kept = Object.entries(files).filter(
    ([path]) => !path.startsWith('scenarios/') || path === 'scenarios/given.yaml',
  );
  return edit({ ...Object.fromEntries(kept), 'scenarios/one.yaml': text });
}

const head = `schemaVersion: 1
name: {zh-CN: 一, en: one}
operation: new
startAt: 2026-11-02 10:00
applicant: {$given: restaurant}
area: {town: t005}
form: {$given: application}
steps:
  - act: receive
`;

describe('playing a scenario', () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage(partsOfEnvironment());
  });
  after(() => stage.close());

  async function play(packCode: string, files: PackFiles): Promise<PackPlayed> {
    const [result] = await playPacks({ stage, packs: [{ packCode, folder: packCode, files }] });
    assert.ok(result);
    return result;
  }

  async function failuresOf(steps: string): Promise<string[]> {
    const text = head + steps;
    assert.deepEqual(readScenarios(withScenario('scjg-food', text)).problems, []);
    const result = await play('scjg-food', withScenario('scjg-food', text));
    assert.deepEqual(result.failures, []);
    return (result.scenarios[0]?.failures ?? []).map(({ line, path, code }) => `${line} ${path} ${code}`);
  }

  it('tells every difference of a step, each with its line', async () => {
    const failures = await failuresOf(`  - act: accept
    next: [inspect]
    expect:
      state: received
      clocks:
        statutory: {due: 2026-11-17, limit: 10 workday}
        delivery: {due: 2026-11-20}
        promised: none
      documents: [receipt, grantDecision, {kind: acceptanceNotice, values: {applicantName: 别人}}]
      noDocuments: [receipt]
      license: {type: foodBusinessLicense}
      decision: grant
      notices: [granted]
      alerts: [red]
      findings: [overdue]
      events: [accepted, received]
      variables: {decidingDepartment: t005}
      path: [accepted, review]
      process: ended
`);
    assert.deepEqual(failures.sort(), [
      '11 steps.1.next unwanted',
      '11 steps.1.next.0 missing',
      '13 steps.1.expect.state different',
      '15 steps.1.expect.clocks.statutory.due different',
      '16 steps.1.expect.clocks.delivery different',
      '17 steps.1.expect.clocks.promised different',
      '18 steps.1.expect.documents.1 missing',
      '18 steps.1.expect.documents.2.values.applicantName different',
      '19 steps.1.expect.noDocuments.0 unwanted',
      '20 steps.1.expect.license different',
      '21 steps.1.expect.decision different',
      '22 steps.1.expect.notices.0 missing',
      '23 steps.1.expect.alerts.0 missing',
      '24 steps.1.expect.findings.0 missing',
      '25 steps.1.expect.events.1 missing',
      '26 steps.1.expect.variables.decidingDepartment different',
      '27 steps.1.expect.path.1 different',
      '28 steps.1.expect.process different',
    ]);
  });

  for (const [what, steps, wanted] of [
    [
      'an act is refused that should not be',
      '  - {act: withdraw, reason: 不办了}\n  - {act: accept}\n  - {act: receive}\n',
      ['11 steps.2 refusedUnexpectedly'],
    ],
    [
      'an act is carried out that should be refused',
      '  - act: withdraw\n    reason: 不办了\n    refused: {code: stateConflict}\n  - {act: receive}\n',
      ['12 steps.1.refused notRefused'],
    ],
    [
      'an act is refused for another reason; the scenario goes on',
      '  - act: receive\n    refused: {code: formInvalid}\n  - {act: withdraw, reason: 不办了}\nexpect: {state: draft}\n',
      ['11 steps.1.refused refusedOtherwise', '13 expect.state different'],
    ],
    [
      'a step is not open',
      '  - {act: accept}\n  - {act: complete, step: decide, outcome: grant}\n  - {act: receive}\n',
      ['11 steps.2.step stepNotOpen'],
    ],
    ['the time goes backward', '  - {act: accept, at: 2026-11-01 10:00}\n', ['10 steps.1.at timeBackward']],
    [
      'another department has the task; the scenario goes on',
      '  - {act: accept}\n  - {act: complete, step: review, department: t005, role: head, outcome: reject, comment: 不符, form: {$given: reviewPassed}, next: [inspect]}\n',
      [
        '11 steps.2.department different',
        '11 steps.2.next unwanted',
        '11 steps.2.next.0 missing',
        '11 steps.2.role different',
      ],
    ],
  ] as const) {
    it(`tells that ${what}`, async () => {
      assert.deepEqual((await failuresOf(steps)).sort(), wanted);
    });
  }

  it('refuses a pack that lint refuses, with what is wrong', async () => {
    const files = withScenario('scjg-food', head.replace('operation: new', 'operation: prolong'));
    const { failures, scenarios } = await play('scjg-food', files);
    assert.deepEqual(scenarios, []);
    assert.match(failures[0]?.zh ?? '', /没有办理类型“prolong”/);
  });

  it('calls any route as somebody, and compares the answer', async () => {
    const failures = await failuresOf(`  - {act: accept}
  - act: request
    as: {department: scjg, role: head}
    path: /cases/{case}/extension
    body: {amount: 5 workday, reason: 需要核实, password: '{password}'}
    answer: {items: [{kind: statutory, dueDay: 2026-11-23}, {kind: nothing}]}
  - act: request
    as: {department: jw, role: head}
    path: /cases/{case}/extension
    body: {amount: 5 workday, reason: 无权, password: '{password}'}
    refused: {code: notFound}
`);
    assert.ok(
      failures.every((one) => one.startsWith('15 steps.2.answer.items') && one.endsWith('different')),
    );
    assert.ok(failures.length > 0);
  });

  it('tells every difference of a case file, each with its line', async () => {
    const text = `schemaVersion: 1
name: {zh-CN: 一, en: one}
operation: new
startAt: 2026-11-05 10:00
steps:
  - act: report
    source: hotline
    place: {$given: place}
    form: {$given: noise}
    next: [assign]
    expect:
      dispatch:
        stage: handle
        round: 2
        counts: {sendBack: 1}
        end: closed
        evaluation: {rounds: 1}
  - act: report
    source: app
    place: {$given: place}
    form: {$given: noise}
    refused: {code: duplicateReport}
`;
    const { failures, scenarios } = await play('hotline-12345', withScenario('hotline-12345', text));
    assert.deepEqual(failures, []);
    assert.deepEqual(scenarios[0]?.failures.map(({ line, path, code }) => `${line} ${path} ${code}`).sort(), [
      '10 steps.0.next unwanted',
      '10 steps.0.next.0 missing',
      '13 steps.0.expect.dispatch.stage different',
      '14 steps.0.expect.dispatch.round different',
      '15 steps.0.expect.dispatch.counts.sendBack different',
      '16 steps.0.expect.dispatch.end different',
      '17 steps.0.expect.dispatch.evaluation different',
    ]);
  });

  it('leaves no open case file for the next scenario to find', async () => {
    const text = `schemaVersion: 1
name: {zh-CN: 二, en: two}
operation: new
startAt: 2026-11-05 10:00
steps:
  - {act: report, source: hotline, place: {$given: place}, form: {$given: noise}, next: [register]}
`;
    const { scenarios } = await play('hotline-12345', withScenario('hotline-12345', text));
    assert.deepEqual(scenarios[0]?.failures, []);
  });

  it('follows the items of a theme, and tells of one that this application does not have', async () => {
    const bare = (packCode: string) => {
      const files = Object.entries(packs.get(packCode) ?? {});
      return Object.fromEntries(files.filter(([path]) => !path.startsWith('scenarios/')));
    };
    const text = `schemaVersion: 1
name: {zh-CN: 一, en: one}
operation: new
startAt: 2026-11-02 10:00
applicant: {$given: restaurant}
area: {town: t005}
form: {$given: application, hasLicense: 'yes'}
steps:
  - act: receive
  - act: accept
  - {act: wait, item: scjg-food, next: [inspect]}
  - {act: wait, item: scjg-company-setup}
`;
    const files = withScenario('theme-restaurant', text);
    const items = ['scjg-company-setup', 'scjg-food', 'csglw-signboard', 'xfjy-fire-check', 'swj-drainage'];
    const played = await playPacks({
      stage,
      packs: [
        ...items.map((packCode) => ({ packCode, folder: packCode, files: bare(packCode) })),
        { packCode: 'theme-restaurant', folder: 'theme-restaurant', files },
      ],
    });
    const theme = played.at(-1);
    assert.deepEqual(theme?.failures, []);
    assert.deepEqual(
      theme?.scenarios[0]?.failures.map(({ line, path, code }) => `${line} ${path} ${code}`).sort(),
      ['11 steps.2.next unwanted', '11 steps.2.next.0 missing', '12 steps.3.item itemUnknown'],
    );
    const taken = theme?.coverage.nodes.filter(({ passed }) => passed).map(({ id }) => id);
    assert.deepEqual(taken?.sort(), ['csglw-signboard', 'scjg-food', 'xfjy-fire-check']);
  });

  const village = `schemaVersion: 1
name: {zh-CN: 公示, en: notice}
operation: new
startAt: 2026-03-09 10:00
window: v005901
applicant: {$given: elder}
area: {town: t005, village: v005901}
form: {$given: application}
materials: {provide: [residentId, householdRegister, needProof, bankCard]}
steps:
  - {act: receive}
  - {act: accept}
  - {act: complete, step: homeVisit, outcome: visited, form: {$given: visit}}
  - {act: complete, step: townReview, outcome: pass, form: {$given: townReview}, next: []}
`;

  it('fires a timer when its date has come in the scenario, although it is long past for the engine', async () => {
    const steps = `  - {act: wait, at: 2026-03-16 17:59, next: []}
  - {act: wait, at: 2026-03-16 18:00, next: [confirmNotice]}
`;
    const { scenarios } = await play(
      'mzj-elderly-subsidy',
      withScenario('mzj-elderly-subsidy', village + steps),
    );
    assert.deepEqual(scenarios[0]?.failures, []);
  });

  it('counts a timer with a duration from when the scenario comes there', async () => {
    const steps = `  - {act: wait, after: 47 hour, next: []}
  - {act: wait, after: 1 hour, next: [confirmNotice]}
`;
    const files = withScenario('mzj-elderly-subsidy', village + steps, (all) => ({
      ...all,
      'process.bpmn': (all['process.bpmn'] ?? '').replace(
        /<bpmn:timeDate([^>]*)>[^<]*<\/bpmn:timeDate>/,
        '<bpmn:timeDuration$1>PT48H</bpmn:timeDuration>',
      ),
    }));
    assert.match(files['process.bpmn'] ?? '', /PT48H/);
    const { scenarios, failures } = await play('mzj-elderly-subsidy', files);
    assert.deepEqual([failures, scenarios[0]?.failures], [[], []]);
  });

  it('leaves scenarios alone that are over, whatever time the next is played at', async () => {
    assert.deepEqual(await failuresOf('  - {act: accept}\n'), []);
    stage.time.set('2027-01-04T10:00:00+08:00');
    assert.deepEqual(await failuresOf('  - {act: wait, after: 1 hour}\n'), []);
    assert.equal(
      await stage.app.models.findings.countDocuments({ tenant: stage.app.tenant, kind: 'overdue' }),
      0,
    );
  });
});
