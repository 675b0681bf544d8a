import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FormDefinition, validateSubmission } from '@onewindow/forms';
import submissions from '../fixtures/submissions.json' with { type: 'json' };
import { listSeedPacks } from './pack/readPackFolder.ts';

const filled: Record<string, Record<string, unknown>> = submissions;

async function problems(text: string, data: unknown): Promise<string[]> {
  const form = JSON.parse(text) as FormDefinition;
  const { errors } = await validateSubmission({ form, data, mode: 'submit', locale: 'zh-CN' });
  return errors.map(({ path, message }) => `${path}: ${message}`);
}

describe('forms of the seed packs', async () => {
  for (const { packCode, files } of await listSeedPacks()) {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.startsWith('forms/'))) {
      it(`${packCode} ${path} takes what an honest person fills in, and asks for it`, async () => {
        // given the form, filled in
        const data = filled[packCode]?.[path];
        assert.ok(data, 'fixtures/submissions.json has no such form');
        // then nothing is wrong with it, and an empty one is refused in Chinese
        assert.deepEqual(await problems(text, data), []);
        const missing = await problems(text, {});
        assert.ok(missing.length > 0);
        for (const message of missing) assert.match(message, /\p{Script=Han}/u);
      });
    }
  }

  it('an application with a false credit code, an odd phone and no warehouse address is refused field by field', async () => {
    const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};
    const data = {
      ...(filled['scjg-food']?.['forms/application-new.json'] as object),
      creditCode: '91110115MA00000010',
      contactPhone: '12',
      externalWarehouse: 'yes',
      businessItems: {},
    };
    const found = await problems(food['forms/application-new.json'] ?? '', data);
    assert.deepEqual(
      found.map((line) => line.split(':')[0]),
      ['creditCode', 'contactPhone', 'warehouseAddress', 'warehouseArea', 'businessItems'],
    );
  });
});
