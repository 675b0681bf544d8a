import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeBrowser, openVisit } from './openVisit.ts';

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly tags?: readonly string[] }>>>>;
}

describe('the description of the API', () => {
  after(closeBrowser);

  it('is browsed without an account and without a foreign request: every route is there, opened it shows its fields', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await visit.go('/api/v1/docs');
    await page.getByRole('heading', { name: /OneWindow/ }).waitFor({ timeout: 120_000 });
    const { openapi, paths } = await page.evaluate<Description>(
      "fetch('/api/v1/openapi.json').then((answer) => answer.json())",
    );
    assert.match(openapi, /^3\.1/);
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    assert.ok(operations.length > 300, `${operations.length} operations`);
    // Every part of the API is listed; its operations are drawn when it is opened.
    const parts = new Set(operations.flatMap(({ tags = [] }) => tags));
    for (const part of parts) await page.locator(`[data-tag="${part}"]`).waitFor();
    const part = paths['/cases/{id}/accept']?.['post']?.tags?.[0] ?? '';
    await page.locator(`[data-tag="${part}"]`).click();
    const accept = page.locator('.opblock').filter({ has: page.locator('[data-path="/cases/{id}/accept"]') });
    await accept.locator('button').first().click();
    await accept.getByText('Idempotency-Key').first().waitFor();
    await visit.close();
  });
});
