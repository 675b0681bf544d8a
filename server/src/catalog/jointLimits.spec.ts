import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatLimit } from '@onewindow/clocks';
import { listSeedPacks } from '@onewindow/processes';
import { LoadedPack } from './packRegistry.ts';

const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'csglw-road-occupation');

function limits(manifest: (text: string) => string) {
  const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
    path,
    text: path === 'pack.yaml' ? manifest(text) : text,
  }));
  const { statutory, extension } = new LoadedPack(files, {
    version: 1,
    hash: '',
    definitionId: '',
  }).limitsOf('new');
  return {
    statutory: formatLimit(statutory),
    cite: statutory.cite,
    extension: extension && `${formatLimit(extension.maximum)} ${extension.approverRole}`,
  };
}

describe('limits of joint handling', () => {
  it('are the item’s own where several departments merely give opinions', () => {
    const { statutory, extension } = limits((text) => text);
    assert.deepEqual([statutory, extension], ['20 workday', '10 workday head']);
  });

  it('are 45 working days, 15 more by the government, where it is declared under art. 26', () => {
    const declared = limits((text) =>
      text.replace('  - key: traffic\n', '  - key: traffic\n    article26: true\n'),
    );
    assert.deepEqual([declared.statutory, declared.extension], ['45 workday', '15 workday government']);
    assert.match(declared.cite ?? '', /第四十二条/);
  });
});
