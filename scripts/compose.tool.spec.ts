import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from './console/runCommand.ts';

const { status } = await runCommand('docker', ['compose', 'version']);

test('docker compose accepts docker-compose.yml, and refuses it without the secrets', {
  skip: status !== 0 && 'no docker compose here',
}, async () => {
  const names = [
    'MONGO_ROOT_PASSWORD',
    'MONGO_PASSWORD',
    'MONGO_REPLICA_KEY',
    'POSTGRES_PASSWORD',
    'ENGINE_PASSWORD',
  ];
  const more = [
    'SESSION_SECRET',
    'FIELD_KEY',
    'BLIND_INDEX_KEY',
    'PUBLIC_BASE_URL',
    'TSA_URL',
    'SEALS_FOLDER',
    'SEALS_PASSPHRASE',
  ];
  const env = Object.fromEntries([...names, ...more].map((name) => [name, './given']));
  const accepted = await runCommand('docker', ['compose', '-f', 'docker-compose.yml', 'config', '--quiet'], {
    env,
  });
  assert.equal(accepted.status, 0, accepted.output);
  const refused = await runCommand('docker', ['compose', '-f', 'docker-compose.yml', 'config', '--quiet'], {
    env: { ...env, SESSION_SECRET: '' },
  });
  assert.notEqual(refused.status, 0);
  assert.match(refused.output, /SESSION_SECRET/);
});
