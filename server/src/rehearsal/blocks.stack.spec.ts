import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readScenarios } from '@onewindow/processes';
import { blocks, insertBlock, minimalPack } from '@onewindow/processes/blocks';
import { openStage, partsOfEnvironment, playPacks, type Stage } from './index.ts';

const head = `schemaVersion: 1
name: {zh-CN: 积木, en: Block}
operation: new
startAt: 2026-11-02 10:00
applicant: {kind: legal, name: 北京积木试验有限公司, idType: "001", idNumber: 91110115MA01A2B3CK, phone: "13800000003", legalRepresentative: 许晨星}
area: {town: t005}
form: {matter: 试一试}
steps:
  - act: receive
  - act: accept
`;
const opinion = '{interest: no, opinion: agree, reason: 符合标准}';
const panel = '{account: {$expert: 1}, chair: true}, {account: {$expert: 2}}, {account: {$expert: 3}}';

/** What happens in a case between acceptance and decision where a block is put there, and what is to come of it. */
const played: Readonly<Record<string, { readonly steps: string; readonly expect: string }>> = {
  specialProcedure: {
    steps: `  - {act: complete, step: startProcedure, outcome: started, form: {reason: 需要检验, expectedDays: 10}, expect: {clocks: {statutory: {light: paused}}, documents: [specialProcedureNotice]}}
  - {act: complete, step: endProcedure, after: 5 workday, outcome: recorded, form: {result: 合格}, expect: {clocks: {statutory: {state: running, pauses: 1}}}}
`,
    expect: '  path: [accepted, startProcedure, endProcedure, decide, granted]\n',
  },
  extension: {
    steps: `  - {act: complete, step: proposeExtension, outcome: proposed, form: {reason: 情况复杂, days: 5}, next: [{step: approveExtension, department: scjg, role: head}]}
  - {act: complete, step: approveExtension, outcome: approved, form: {reason: 情况复杂, days: 5}, expect: {documents: [extensionNotice], clocks: {statutory: {limit: 20 workday, due: 2026-12-07}}}}
`,
    expect: '  path: [accepted, proposeExtension, approveExtension, decide, granted]\n',
  },
  jointOpinion: {
    steps: `  - {act: complete, step: ownOpinion, outcome: agree, form: {reason: 可以}, department: scjg}
  - {act: complete, step: townOpinion, outcome: disagree, comment: 扰民, form: {reason: 扰民}, department: t005, next: [{step: headsMeeting, department: scjg, role: head}], expect: {variables: {opinionsResult: dissent}}}
  - {act: complete, step: headsMeeting, outcome: agree, form: {conclusion: 限时经营，予以同意}, next: [decide]}
`,
    expect: '  path: [accepted, [ownOpinion, townOpinion], headsMeeting, decide, granted]\n',
  },
  expertPanel: {
    steps: `  - {act: complete, step: convenePanel, outcome: convened, form: {experts: [${panel}], reason: 需要评审, expectedDays: 14}, expect: {clocks: {statutory: {light: paused}}, variables: {expertCount: 3}}}
  - {act: complete, step: expertOpinion, person: 1, outcome: given, form: ${opinion}}
  - {act: complete, step: expertOpinion, person: 2, outcome: given, form: ${opinion}}
  - {act: complete, step: expertOpinion, person: 3, outcome: recuse, comment: 有利害关系, form: {interest: yes, reason: 亲属}, next: [{step: replaceExperts, department: scjg, role: approver}]}
  - {act: complete, step: replaceExperts, outcome: appointed, form: {experts: [{account: {$expert: 4}}], reason: 一名回避}, next: [expertOpinion], expect: {variables: {expertCount: 1}}}
  - {act: complete, step: expertOpinion, person: 4, outcome: given, form: ${opinion}, next: [concludePanel], expect: {variables: {panelResult: quorate}}}
  - {act: complete, step: concludePanel, person: 1, outcome: pass, form: {conclusion: 通过}, next: [decide], expect: {clocks: {statutory: {state: running, pauses: 1}}}}
`,
    expect:
      '  path: [accepted, convenePanel, expertOpinion, expertOpinion, expertOpinion, replaceExperts, expertOpinion, concludePanel, decide, granted]\n',
  },
  publicNotice: {
    steps: `  - {act: complete, step: postNotice, outcome: posted, form: {place: 公示栏}, next: [], expect: {clocks: {publicNotice: {due: 2026-11-09 18:00}}}}
  - {act: wait, after: 8 day, next: [confirmNotice]}
  - {act: complete, step: confirmNotice, outcome: recorded, form: {objection: no}, next: [decide]}
`,
    expect: '  path: [accepted, postNotice, noticePeriod, confirmNotice, decide, granted]\n',
  },
  issueLicense: {
    steps: '',
    expect:
      '  license: {type: generalLicense, state: issued}\n  documents: [grantDecision]\n  notices: [license-ready]\n  path: [accepted, decide, issueGrant, issueLicense, notifyLicense, granted]\n',
  },
  notify: {
    steps: '',
    expect: '  notices: [progress]\n  path: [accepted, notifyApplicant, decide, granted]\n',
  },
  pay: {
    steps: `  - {act: complete, step: setPayment, outcome: set, form: {monthlyAmount: 300, account: '6222000000000000'}, next: [decide]}
`,
    expect: '  events: [benefitBegun]\n  path: [accepted, setPayment, decide, granted]\n',
  },
};

describe('a case through each building block', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage(partsOfEnvironment());
  });
  after(() => stage.close());

  for (const block of blocks)
    it(`${block.key}: its part is carried out as it is drawn`, async () => {
      const { steps, expect } = played[block.key] ?? assert.fail(block.key);
      const packCode = `block-${block.key.toLowerCase()}`;
      const least = minimalPack(packCode, block.key === 'pay' ? 'benefit' : 'approval');
      const place = block.key === 'issueLicense' ? 'toGranted' : 'toDecide';
      const text = `${head}${steps}  - {act: complete, step: decide, outcome: grant, form: {reason: 符合条件}}\nexpect:\n  decision: grant\n  process: ended\n${expect}`;
      const files = { ...(await insertBlock(least, block, place)), 'scenarios/one.yaml': text };
      assert.deepEqual(readScenarios(files).problems, []);
      const [result] = await playPacks({ stage, packs: [{ packCode, folder: packCode, files }] });
      assert.deepEqual(result?.failures, []);
      assert.deepEqual(
        result.scenarios.flatMap(({ failures }) => failures),
        [],
      );
    });

  it('steps may have the ids that Camunda Modeler and others make', async () => {
    for (const [at, id] of ['Activity_0k2xv1f', 'sid-8F2D01-A', '_4f1c'].entries()) {
      const packCode = `foreign-ids-${at}`;
      const steps = `  - {act: complete, step: ${id}, outcome: grant, form: {reason: 符合条件}}\nexpect:\n  decision: grant\n  path: [accepted, ${id}, granted]\n`;
      const files = Object.fromEntries(
        Object.entries(minimalPack(packCode)).map(([path, text]) => [
          path,
          path.startsWith('forms/') ? text : text.replace(/(["\s])decide(?=["_:])/g, `$1${id}`),
        ]),
      );
      const [result] = await playPacks({
        stage,
        packs: [{ packCode, folder: packCode, files: { ...files, 'scenarios/one.yaml': head + steps } }],
      });
      assert.deepEqual(result?.failures, []);
      assert.deepEqual(
        result.scenarios.flatMap(({ failures }) => failures),
        [],
      );
    }
  });
});
