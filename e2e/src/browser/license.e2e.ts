import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as, grantedCase } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('the license store', () => {
  after(closeBrowser);

  it('shows a license only under a purpose, which its log keeps', async () => {
    const { license } = await grantedCase();
    const [id, licenseNo] = [String(license['id']), String(license['licenseNo'])];
    const visit = await openVisit();
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/licenses')) asked.push(request.url());
    });
    await signInThere(visit, 'clerk');

    // Opened by its address: nothing is read before a purpose is named.
    await visit.go(`/licenses/${id}`);
    await page.getByRole('heading', { name: '查看证照' }).waitFor();
    assert.equal(await page.getByText(licenseNo).count(), 0);
    assert.equal(await page.getByRole('button', { name: '查看', exact: true }).isDisabled(), true);
    assert.deepEqual(asked, []);
    await visit.look('license-purpose');

    // Searched: without a purpose nothing is asked of the server.
    await visit.go('/licenses');
    await writeInto(page, page.getByLabel(/^证照编号/).and(page.getByRole('textbox')), licenseNo);
    await press(page, page.getByRole('button', { name: '查询' }));
    await page.getByText('请填写此项').waitFor();
    assert.deepEqual(asked, []);
    await visit.look('license-search-refused');
    const purpose = `窗口核对${licenseNo}`;
    await writeInto(page, page.getByLabel(/^使用事由/), purpose);
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('link', { name: licenseNo }));
    await page.getByRole('heading', { name: '食品经营许可证', level: 1 }).waitFor();
    await page.getByRole('heading', { name: '使用记录', exact: true }).waitFor();
    await visit.look('license', { full: true });

    // The document itself is taken under the same purpose.
    await press(page, page.getByRole('button', { name: '调取文件' }), { most: 90 });
    await page.locator('canvas').first().waitFor();
    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: '下载' }), { most: 90 });
    const bytes = await readFile(await (await download).path());
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
    await visit.look('license-document');
    const cause = encodeURIComponent('核对记录');
    const log = (await (await as('clerk')).get(`/licenses/${id}?useCause=${cause}`))['log'] as Json[];
    for (const type of ['viewed', 'downloaded'])
      assert.ok(
        log.some((entry) => entry['type'] === type && entry['purpose'] === purpose),
        `${type} is in the log with its purpose: ${JSON.stringify(log)}`,
      );
    await visit.close();
  });
});
