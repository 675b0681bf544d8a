import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../console/paths.ts';
import { drawTable } from './drawTable.ts';

const accounts = JSON.parse(readFileSync(join(ROOT, 'server/src/identity/demoAccounts.json'), 'utf8')) as {
  username: string;
  password: string;
}[];

describe('the table at the end of the start', () => {
  const content = { address: 'http://127.0.0.1:8380', dataDir: '.data' };
  const lines = drawTable({ ...content, demo: true })
    .trim()
    .split('\n');

  it('names every account and the password they share, in few lines', () => {
    const text = lines.join('\n');
    for (const { username, password } of accounts) {
      assert.match(text, new RegExp(`\\b${username} `));
      assert.ok(text.includes(password));
    }
    assert.ok(lines.length <= 24, `${lines.length} lines`);
  });

  it('has lines of one width that fit a terminal', () => {
    const width = (line: string) => [...line].reduce((sum, one) => sum + (/[⺀-鿿]/.test(one) ? 2 : 1), 0);
    assert.deepEqual([...new Set(lines.map(width))].length, 1);
    assert.ok(width(lines[0] ?? '') <= 100);
  });

  it('names no account where there are none', () => {
    assert.equal(drawTable({ ...content, demo: false }).includes('clerk'), false);
  });
});
