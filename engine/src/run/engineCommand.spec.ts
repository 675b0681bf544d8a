import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineCommand } from './engineCommand.ts';

const options = { port: 18080, dataDir: '/data/engine', user: 'onewindow', password: '0123456789abcdef' };

describe('starting the engine', () => {
  it('listens on loopback, with the embedded database, and shows no secret among the arguments', () => {
    const { command, args, env } = engineCommand(options);
    assert.equal(command, 'java');
    assert.equal(env['ENGINE_HOST'], '127.0.0.1');
    assert.equal(env['ENGINE_DB_URL'], '');
    assert.equal(env['ENGINE_PASSWORD'], options.password);
    assert.ok(!args.join(' ').includes(options.password));
  });

  it('uses PostgreSQL and the full compiler when told', () => {
    const { args, env } = engineCommand({
      ...options,
      dbUrl: 'jdbc:postgresql://db/engine',
      dbUser: 'e',
      compiler: 'full',
    });
    assert.equal(env['ENGINE_DB_URL'], 'jdbc:postgresql://db/engine');
    assert.ok(!args.includes('-XX:TieredStopAtLevel=1'));
  });
});
