import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import { foodApplication, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { publishPack } from './publishPack.ts';

const dayField = (key: string, label: string, en: string) =>
  JSON.stringify({
    type: 'textfield',
    key,
    label,
    input: true,
    validate: { maxLength: 10 },
    properties: { en, format: 'date' },
  });
const dayIn: Readonly<Record<string, string>> = {
  'forms/application-new.json': dayField('signedOn', '合同签订日期', 'Contract signed on'),
  'forms/review.json': dayField('reviewedOn', '审查日期', 'Reviewed on'),
};

describe('days counted since the receipt, the day of a form and a day of an earlier form', () => {
  const time = new TestTime('2026-11-02T23:30:00+08:00');
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food');
    const line = (name: string, how: string) =>
      `      - {name: ${name}, from: /inspectedOn, ${how}, type: number, default: -99}\n`;
    const counted = [
      line('receiptDays', 'daysSince: receipt'),
      line('todayDays', 'daysSince: today'),
      line('receiptWorkdays', 'daysSince: receipt, daysIn: workday'),
      line('todayWorkdays', 'daysSince: today, daysIn: workday'),
      line('signedDays', "daysFrom: 'intake:/signedOn'"),
      line('signedWorkdays', "daysFrom: 'intake:/signedOn', daysIn: workday"),
      line('reviewedWorkdays', "daysFrom: 'step.review:/reviewedOn', daysIn: workday"),
    ];
    const files = Object.entries(seed?.files ?? {})
      .filter(([path]) => !path.startsWith('scenarios/'))
      .map(([path, text]) => {
        const day = dayIn[path];
        return {
          path,
          text: (day === undefined ? text : text.replace('"components": [', (found) => `${found}${day},`))
            .replace(
              "    prefill:\n      - {to: premisesAddress, from: 'intake:/premisesAddress'}\n",
              (found) => `${found}    variables:\n${counted.join('')}`,
            )
            // Who has waited for three working days is sampled.
            .replace("${outcome == 'sample'}", '${signedWorkdays &gt;= 3 and reviewedWorkdays &lt;= 2}'),
        };
      });
    const publisher = { kind: 'system', name: 'spec' } as const;
    await publishPack({
      app: server.app,
      publisher,
      packCode: 'scjg-food',
      files,
      baseVersion: 1,
      note: 'days',
    });
  });
  after(() => server.close());

  it('are variables that the process goes on by, in days of Shanghai and in working days, negative for a day that is past', async () => {
    const [clerk, approver] = [await signIn(server.base, 'clerk'), await signIn(server.base, 'approver')];
    const draft = await draftFoodLicense(clerk, { formData: { ...foodApplication, signedOn: '2026-10-30' } });
    const caseNo = String((await acceptCase(clerk, String(draft['id'])))['caseNo']);
    await completeStep(approver, caseNo, 'review', {
      outcome: 'pass',
      formData: { ...reviewPassed, reviewedOn: '2026-11-02' },
    });
    time.set('2026-11-09T00:30:00+08:00');
    await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-04' });
    await findTask(approver, caseNo, 'arrangeSampling');
    const stored = await server.app.models.cases.findOne({ tenant: server.app.tenant, caseNo }).lean();
    const variables = await server.app.engine.getVariables(stored?.engine.processInstanceId ?? '');
    const counted = {
      ...{ receiptDays: 2, todayDays: -5, receiptWorkdays: 2, todayWorkdays: -3 },
      ...{ signedDays: 5, signedWorkdays: 3, reviewedWorkdays: 2 },
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(counted).map((name) => [name, variables[name]])),
      counted,
    );
  });
});
