import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { minimalPack } from '@onewindow/processes/blocks';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { type SecondServer, startSecondServer } from '../faults/serverProcesses.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { checked, renameStep } from './renameStep.ts';
import { signInThere } from './signInThere.ts';

const packCode = `four-eyes-${process.pid}`;
const step = /人工任务/;

describe('publication with the approval of a second person', () => {
  /** A copy of the server that asks for it, on the same store and engine. */
  let server: SecondServer;

  before(async () => {
    const files = Object.entries(minimalPack(packCode)).map(([path, text]) => ({ path, text }));
    const body = { files, baseVersion: 0, note: '首版' } as unknown as Json;
    await (await as('designer')).post(`/packs/${packCode}/versions`, body);
    server = await startSecondServer({ PUBLISH_APPROVAL: 'second', BACKGROUND: 'false' });
  });
  after(closeBrowser);
  after(async () => {
    await server?.stop();
  });

  it('is handed in, sent back with a reason, changed, approved by the colleague and published', async () => {
    const maker = await open('designer');
    await renameStep(maker.page, step, '窗口初审');
    await handIn(maker, '改环节名称');
    await maker.page.getByText(/您于 .* 送审：改环节名称。等另一名设计人员批准。/).waitFor();
    await maker.look('approval-handed-in');

    // The colleague sees what it would change, and sends it back.
    const second = await open('designer2');
    const asked = second.page.getByRole('dialog', { name: '吴设计的送审' });
    await press(second.page, second.page.getByRole('button', { name: /^查\s*看$/ }), {
      back: true,
      most: 150,
    });
    await asked.getByRole('row', { name: /人工任务“窗口初审”/ }).waitFor();
    await second.look('approval-asked');
    await writeInto(second.page, asked.getByLabel('退回原因'), '名称要写明岗位');
    await press(second.page, asked.getByRole('button', { name: /^退\s*回$/ }));
    await asked.waitFor({ state: 'hidden' });

    // Its maker reads why, goes on from the draft and hands it in again.
    await maker.page.reload();
    await maker.page.getByText('钱设计 退回了您的送审：名称要写明岗位').waitFor();
    await press(maker.page, maker.page.getByRole('button', { name: '继续修改' }), { most: 60 });
    await checked(maker.page);
    await maker.look('approval-sent-back');
    await renameStep(maker.page, step, '窗口人员初审');
    await handIn(maker, '写明岗位');
    await maker.page.getByText(/您于 .* 送审：写明岗位/).waitFor();
    await maker.close();

    await second.page.reload();
    await checked(second.page);
    await press(second.page, second.page.getByRole('button', { name: /^查\s*看$/ }), {
      back: true,
      most: 150,
    });
    await asked.getByRole('row', { name: /人工任务“窗口人员初审”/ }).waitFor();
    await press(second.page, asked.getByRole('button', { name: '批准并发布' }), { most: 80 });
    await second.page.getByText('基于第 2 版').waitFor();
    await checked(second.page);
    const [version] = (await (await as('designer')).get(`/packs/${packCode}/versions`))['items'] as Json[];
    assert.deepEqual(
      [version?.['version'], version?.['publishedBy'], version?.['requestedBy'], version?.['note']],
      [2, '钱设计', '吴设计', '写明岗位'],
    );
    await second.close();
  });

  async function open(username: string): Promise<Visit> {
    const visit = await openVisit('office', { base: server.base });
    await signInThere(visit, username);
    await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.go(`/designer/${packCode}`);
    await checked(visit.page);
    return visit;
  }
});

async function handIn({ page }: Visit, note: string): Promise<void> {
  await checked(page);
  await press(page, page.getByRole('button', { name: /^送\s*审$/ }), { back: true, most: 150 });
  const dialog = page.getByRole('dialog', { name: '送审新版本' });
  await writeInto(page, dialog.getByLabel('修改说明'), note);
  await press(page, dialog.getByRole('button', { name: /^送\s*审$/ }));
  await page.getByText('已送审，等另一名设计人员批准后发布。').waitFor();
}
