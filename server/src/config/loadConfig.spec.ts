import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { ConfigError } from './configError.ts';
import { loadConfig } from './loadConfig.ts';

const key = () => randomBytes(32).toString('base64');

const development = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/?replicaSet=rs0',
  ENGINE_URL: 'http://127.0.0.1:8381/engine-rest',
  ENGINE_USER: 'onewindow',
  ENGINE_PASSWORD: randomBytes(24).toString('hex'),
  SESSION_SECRET: randomBytes(32).toString('hex'),
  FIELD_KEY: `k1:${key()}`,
  BLIND_INDEX_KEY: key(),
};

const production = {
  ...development,
  PROFILE: 'prod',
  PUBLIC_BASE_URL: 'https://onewindow.example.gov.cn',
  SEALS_DIR: '/etc/onewindow/seals',
  TRUST_ROOTS: '/etc/onewindow/roots.pem',
  TSA_URL: 'https://tsa.example.gov.cn',
  TRUST_PROXY: 'loopback',
};

describe('configuration', () => {
  it('is taken as given, with defaults for the rest', () => {
    const config = loadConfig(development);
    assert.equal(config.PORT, 8380);
    assert.equal(config.TENANT, '110115');
    assert.equal(config.DEMO_DATA, false);
  });

  it('names every variable that is missing or wrong at once', () => {
    const problems = problemsOf({
      ...development,
      ENGINE_PASSWORD: 'short',
      FIELD_KEY: undefined,
      PORT: '99999',
    });
    for (const name of ['ENGINE_PASSWORD', 'FIELD_KEY', 'PORT']) {
      assert.ok(
        problems.some((line) => line.startsWith(name)),
        `${name} in ${problems.join(' | ')}`,
      );
    }
  });

  it('of a sound production is accepted', () => {
    assert.equal(loadConfig(production).PROFILE, 'prod');
  });

  for (const [what, change, name] of [
    ['demonstration data', { DEMO_DATA: 'true' }, 'DEMO_DATA'],
    ['simulated external systems', { EXTERNAL_SYSTEMS: 'simulated' }, 'EXTERNAL_SYSTEMS'],
    ['the development authority', { DEV_AUTHORITY: 'true' }, 'DEV_AUTHORITY'],
    ['a trivial session secret', { SESSION_SECRET: 'a'.repeat(40) }, 'SESSION_SECRET'],
    ['a default engine password', { ENGINE_PASSWORD: 'demo-password-0123456789' }, 'ENGINE_PASSWORD'],
    ['plain HTTP', { PUBLIC_BASE_URL: 'http://onewindow.example.gov.cn' }, 'PUBLIC_BASE_URL'],
    ['no TLS and no proxy', { TRUST_PROXY: undefined }, 'TLS_KEY'],
    ['no seals', { SEALS_DIR: undefined }, 'SEALS_DIR'],
    ['no time-stamp authority', { TSA_URL: undefined }, 'TSA_URL'],
    ['no trusted roots', { TRUST_ROOTS: undefined }, 'TRUST_ROOTS'],
  ] as const) {
    it(`of a production with ${what} is refused, naming ${name}`, () => {
      const problems = problemsOf({ ...production, ...change });
      assert.equal(problems.length, 1, problems.join(' | '));
      assert.ok(problems[0]?.startsWith(name));
    });
  }

  function problemsOf(env: Record<string, string | undefined>): readonly string[] {
    try {
      loadConfig(env);
    } catch (error) {
      assert.ok(error instanceof ConfigError);
      return error.problems;
    }
    assert.fail('was accepted');
  }
});
