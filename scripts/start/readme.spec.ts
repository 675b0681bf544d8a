import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { configSchema } from '../../server/src/config/configSchema.ts';
import { ROOT } from '../console/paths.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readme = read('README.md');

describe('README.md', () => {
  it('has every variable of the server in its table', () => {
    const named = new Set([...readme.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name));
    assert.deepEqual(
      Object.keys(configSchema.shape).filter((name) => !named.has(name)),
      [],
    );
  });

  it('names demonstration accounts that exist, with their password', () => {
    const accounts = JSON.parse(read('server/src/identity/demoAccounts.json')) as {
      username: string;
      password: string;
    }[];
    const tour = /## A tour[\s\S]*?\n## /.exec(readme)?.[0] ?? '';
    assert.ok(tour.includes(accounts[0]?.password ?? 'nothing'));
    const known = new Set(accounts.map(({ username }) => username));
    const named = [...tour.matchAll(/\*\*[^*]+\*\* \(([^)]*)\)/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/`([a-z][a-z0-9]*)`/g)].map(([, name]) => name ?? ''),
    );
    assert.ok(named.length > 15, named.join());
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });

  it('leads to files and scripts that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    assert.deepEqual(
      links.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      run.filter((name) => scripts[name] === undefined),
      [],
    );
  });
});
