import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MongoClient } from 'mongodb';
import { openMenu } from './openMenu.ts';
import { closeBrowser, openVisit, screens } from './openVisit.ts';
import { acceptedCase } from './prepareCases.ts';
import { press } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

/** Tabs and lines that stand before what is looked for. */
const far = 200;

describe('alerts, and lists taken as files', () => {
  const mongo = new MongoClient(process.env['MONGODB_URI'] ?? '');
  const collection = (name: string) =>
    mongo.db(process.env['MONGODB_DATABASE'] ?? 'onewindow').collection<{ _id: string }>(name);
  let caseNo = '';
  let caseId = '';

  before(async () => {
    await mongo.connect();
    ({ id: caseId, caseNo } = (await acceptedCase()) as { id: string; caseNo: string });
    await writeAlerts();
  });
  after(async () => {
    await closeBrowser();
    await mongo.close();
  });

  it('are taken note of by the department while the supervisor looks on, without a mouse', async () => {
    const board = await openVisit();
    await signInThere(board, 'supervisor');
    await board.go('/supervision?tab=alerts&of=scjg');
    const seen = board.page.getByRole('list', { name: '预警清单' });
    const lineOf = (text: string) =>
      seen.getByRole('listitem').filter({ hasText: text }).filter({ hasText: caseNo });
    await lineOf('承诺时限：亮黄灯').waitFor();
    await board.look('alerts');
    await board.page.setViewportSize({ width: 1920, height: 1080 });
    await board.look('alerts-wide');
    await board.page.setViewportSize(screens.office);

    const desk = await openVisit();
    const { page } = desk;
    await signInThere(desk, 'approver');
    await desk.go('/supervised?tab=alerts');
    const own = page.getByRole('list', { name: '预警清单' });
    await own.getByRole('listitem').filter({ hasText: caseNo }).first().waitFor();
    await desk.look('alerts-own');
    await press(page, page.getByRole('button', { name: `知悉 承诺时限：亮黄灯 ${caseNo}` }), { most: far });
    await page.getByText('已知悉。').waitFor();
    // The supervisor's page is told: the line leaves the list of those that nobody has noted.
    await lineOf('承诺时限：亮黄灯').waitFor({ state: 'detached' });
    await board.go('/supervision?tab=alerts&of=scjg&alerts=acknowledged');
    await lineOf('承诺时限：亮黄灯')
      .getByText(/孙审批 于 .* 知悉/)
      .waitFor();
    await board.look('alerts-noted');
    await press(page, own.getByRole('link', { name: new RegExp(caseNo) }).first(), { most: far });
    await page.getByRole('heading', { name: `办件 ${caseNo}` }).waitFor();
    assert.match(page.url(), new RegExp(`/cases/${caseId}$`));
    await desk.close();
    await board.close();

    const phone = await openVisit('phone');
    await signInThere(phone, 'approver');
    await openMenu(phone);
    await press(phone.page, phone.page.getByRole('button', { name: 'English' }));
    await phone.page.locator('html[lang="en"]').waitFor();
    await phone.go('/supervised?tab=alerts&alerts=any');
    await phone.page
      .getByText(/Promised limit/)
      .first()
      .waitFor();
    await phone.look('alerts-en', { full: true });
    await phone.close();
  });

  it('a card of all time leads to its cases, and the list is taken as a file', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'supervisor');
    await page.getByRole('table').first().waitFor();
    await press(page, page.getByRole('link', { name: /^按时办结/ }));
    const list = page.locator('.ant-card', { has: page.getByRole('heading', { name: '办件清单' }) });
    await list.getByText('全部时间').waitFor();
    assert.match(page.url(), /figure=onTime&day=ever/);
    await visit.look('supervision-ever');
    await visit.go('/supervision?light=green&department=scjg');
    await page.getByRole('table', { name: '办件清单' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page, page.getByRole('button', { name: '导出 CSV' }).first(), { most: far }),
    ]);
    assert.equal(file.suggestedFilename(), '办件清单.csv');
    let text = '';
    for await (const part of await file.createReadStream()) text += String(part);
    assert.match(text, new RegExp(`^${caseNo},`, 'm'));
    await visit.look('supervision-list-file');
    await page.setViewportSize(screens.phone);
    await visit.look('supervision-list-file-narrow', { full: true });
    await visit.close();
  });

  /** What the clocks of the case would tell in some days. */
  async function writeAlerts(): Promise<void> {
    const clocks = await collection('clocks')
      .find({ caseId } as never)
      .toArray();
    const promised = clocks.find((clock) => (clock as unknown as { kind: string }).kind === 'promised');
    const { _id, tenant } = promised as unknown as { _id: string; tenant: string };
    const alerts = [
      ['yellow', ['handler']],
      ['red', ['handler', 'head']],
      ['supervise', ['supervisor']],
    ].map(([stepKey, audience], at) => ({
      ...{
        _id: `${_id}-${String(stepKey)}`,
        schemaVersion: 1,
        tenant,
        effectKey: `${_id}:${String(stepKey)}`,
      },
      ...{ caseId, caseNo, departmentId: 'scjg', audience, stepKey, clock: 'promised' },
      ...{ dueAt: new Date(Date.now() - 3_600_000), firedAt: new Date(Date.now() - 60_000 * (3 - at)) },
    }));
    await collection('alerts').insertMany(alerts as never[]);
  }
});
