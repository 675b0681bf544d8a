import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEngineClient } from '../client/createEngineClient.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
/** Asks only whether the engine is there; every spec needs the answer to be true. */
const withoutSpec = new Set(['connection', 'isHealthy']);

function specs(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return specs(path);
    return entry.name.endsWith('.stack.spec.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the engine contract', () => {
  it('has a spec on the real engines for every call of the client', () => {
    const text = specs(source).join('\n');
    const calls = Object.keys(createEngineClient({ url: 'http://127.0.0.1:9', user: 'u', password: 'p' }));
    const missing = calls.filter((call) => !withoutSpec.has(call) && !text.includes(`.${call}(`));
    assert.deepEqual(missing, []);
  });
});
