import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { configSchema } from '../server/src/config/configSchema.ts';
import { loadConfig } from '../server/src/config/loadConfig.ts';
import { ROOT } from './console/paths.ts';
import { ENGINE_NAMES } from './prepare/engineName.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly args?: Readonly<Record<string, string>> };
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<string, Service>; volumes: object };
const environmentOf = (service: string) => compose.services[service]?.environment ?? {};

/** What an operator would put into .env. */
const FILLED_IN: Readonly<Record<string, string>> = {
  MONGO_ROOT_PASSWORD: 'h1Q9zVtB3kLw7XsP',
  MONGO_PASSWORD: 'o4Rm2YcN8jTd6VgF',
  MONGO_REPLICA_KEY: 'a1b2c3d4'.repeat(8),
  POSTGRES_PASSWORD: 'q7We5RtY2uIo9PaS',
  ENGINE_PASSWORD: 'z8Xc6VbN4mQw2ErT',
  SESSION_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f0aa',
  FIELD_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  BLIND_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
  PUBLIC_BASE_URL: 'https://onewindow.invalid',
  TSA_URL: 'https://tsa.invalid',
  SEALS_FOLDER: './seals',
  SEALS_PASSPHRASE: 'p5Ty7UiO1pAs3DfG',
  TRUST_PROXY: '1',
};

/** Compose's own substitution: `${NAME:-default}` and `${NAME:?message}`. */
function substitute(text: string): string {
  return text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind: string | undefined, rest: string) => {
      const value = FILLED_IN[name];
      if (value !== undefined) return value;
      assert.equal(kind, '-', `${name} has neither a value nor a default`);
      return rest;
    },
  );
}

describe('docker-compose.yml', () => {
  test('every variable of the server is one that its configuration knows', () => {
    const unknown = Object.keys(environmentOf('server')).filter((name) => !(name in configSchema.shape));
    assert.deepEqual(unknown, []);
  });

  test('every variable that the configuration demands is set', () => {
    const demanded = Object.entries(configSchema.shape).filter(
      ([, schema]) => !schema.safeParse(undefined).success,
    );
    const missing = demanded.map(([name]) => name).filter((name) => !(name in environmentOf('server')));
    assert.deepEqual(missing, []);
  });

  test('with .env filled in, the production profile takes the configuration without a fault', () => {
    const filled = Object.entries(environmentOf('server')).map(
      ([name, text]) => [name, substitute(text)] as const,
    );
    assert.equal(loadConfig(Object.fromEntries(filled)).PROFILE, 'prod');
  });

  test('the variables of the engine are those that it reads', () => {
    const settings = read('engine/src/main/java/cn/onewindow/engine/EngineSettings.java');
    const unknown = Object.keys(environmentOf('engine')).filter((name) => !settings.includes(`"${name}"`));
    assert.deepEqual(unknown, []);
  });

  test('the image of the engine is built by the name of either engine', () => {
    assert.match(read('docker/engine.Dockerfile'), /^ARG ENGINE=camunda$/m);
    assert.equal(substitute(compose.services['engine']?.build?.args?.['ENGINE'] ?? ''), 'camunda');
    for (const name of ENGINE_NAMES) assert.ok(read('engine/pom.xml').includes(`<id>${name}</id>`), name);
  });

  test('no secret has a default: each must be given', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const [variable, text] of Object.entries(service.environment ?? {})) {
        if (!/PASSWORD|SECRET|KEY$|PASSPHRASE/.test(variable) || variable === 'TLS_KEY') continue;
        assert.match(text, /\$\{\w+:\?[^}]+\}/, `${name}.${variable} must be \${NAME:?message}`);
      }
    }
  });

  test('the example file names every variable that must be given', () => {
    const demanded = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const missing = demanded.filter((name) => !new RegExp(`^${name}=`, 'm').test(read('docker/example.env')));
    assert.deepEqual(missing, []);
  });

  test('no service runs as root, each long-running one is checked, and only the server is published', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      const dockerfile = service.build === undefined ? '' : read(service.build.dockerfile);
      assert.ok(service.user !== undefined || /^USER (?!root|0$)/m.test(dockerfile), `${name} runs as root`);
      const checked = service.healthcheck !== undefined || /^HEALTHCHECK /m.test(dockerfile);
      assert.ok(checked || name === 'mongo-init', `${name} has no health check`);
      assert.equal(service.ports !== undefined, name === 'server', `ports of ${name}`);
    }
  });
});
