import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../console/paths.ts';
import { runCommand } from '../../console/runCommand.ts';
import { installStore } from '../../prepare/installStore.ts';

describe('what stands in the place of functions of the embedded store', () => {
  it('answers as they do, whatever documents, conditions and keys it is given', async (t) => {
    const python = await installStore();
    const seed = String(Math.floor(Math.random() * 1_000_000));
    const folder = join(ROOT, 'scripts', 'stack', 'store');
    const done = await runCommand(python, ['-B', join(folder, 'compare.py'), seed, '3000']);
    t.diagnostic(`seed ${seed}`);
    assert.equal(done.status, 0, `seed ${seed}: ${JSON.stringify(done)}`);
  });
});
