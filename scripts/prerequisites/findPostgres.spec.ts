import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findPostgres } from './findPostgres.ts';

describe('PostgreSQL that cannot be had', () => {
  const names = ['POSTGRES_BIN', 'NO_SYSTEM_PACKAGES'] as const;
  const kept = names.map((name) => process.env[name]);
  before(() => {
    process.env['POSTGRES_BIN'] = '/nowhere';
    process.env['NO_SYSTEM_PACKAGES'] = '1';
  });
  after(() => {
    for (const [at, name] of names.entries()) {
      const value = kept[at];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test('fails the run and says how to install it, instead of leaving its tests out', async () => {
    await assert.rejects(
      findPostgres(),
      /PostgreSQL 13 .*is missing[\s\S]*sudo apt-get install -y postgresql/,
    );
  });
});
