import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../testing/runCommand.ts';

const food = fileURLToPath(new URL('../../../processes/scjg-food', import.meta.url));
const theme = fileURLToPath(
  new URL('../../../processes/fixtures/items/theme-restaurant.yaml', import.meta.url),
);

const nowhere = { ONEWINDOW_SERVER: undefined, ONEWINDOW_USER: undefined, ONEWINDOW_PASSWORD: undefined };
const onewindow = (...options: string[]) => runCommand(options, nowhere);

describe('onewindow pack new, export, import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-archive-'));
  const at = (name: string) => join(folder, name);
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of ['ours', 'theirs']) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(at(`${name}.key`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(at(`${name}.pem`), publicKey.export({ type: 'spki', format: 'pem' }));
  }

  it('new: a folder that lints clean, from the minimal template and from a pack of the product', async () => {
    const names = ['--name', '户外广告设置', '--name-en', 'Outdoor advertising', '--lang', 'en'];
    const minimal = await onewindow('new', at('csglw-advert'), ...names, '--department', 'csglw');
    assert.deepEqual([minimal.status, minimal.stderr], [0, '']);
    const copied = await onewindow(
      'new',
      at('copied'),
      ...names,
      '--code',
      'scjg-drinks',
      '--template',
      'scjg-food',
    );
    assert.equal(copied.status, 0, copied.stderr);
    const lint = await onewindow('lint', at('csglw-advert'), at('copied'), '--lang', 'en');
    assert.deepEqual(
      [lint.status, lint.stdout],
      [0, `${at('csglw-advert')}: nothing found\n${at('copied')}: nothing found\n`],
    );
    assert.match(readFileSync(at('copied/pack.yaml'), 'utf8'), /^packCode: scjg-drinks$/m);
  });

  it('new: exit 2 for a folder that is not empty, 1 for a code that is none, and nothing written', async () => {
    const names = ['--name', '甲', '--name-en', 'A'];
    assert.equal((await onewindow('new', at('csglw-advert'), ...names)).status, 2);
    assert.equal((await onewindow('new', at('No-Code'), ...names)).status, 1);
    assert.equal(existsSync(at('No-Code')), false);
    assert.equal((await onewindow('new', at('third'), ...names, '--template', 'nowhere')).status, 2);
  });

  it('export and import: the same bytes each time, and the same files out of them', async () => {
    const first = await onewindow('export', food, '-o', at('food.zip'), '--key', at('ours.key'));
    assert.equal(first.status, 0, first.stderr);
    assert.equal((await onewindow('export', food, '-o', at('again.zip'), '--key', at('ours.key'))).status, 0);
    assert.ok(readFileSync(at('food.zip')).equals(readFileSync(at('again.zip'))));
    const imported = await onewindow(
      'import',
      at('food.zip'),
      '--trust',
      at('ours.pem'),
      '--into',
      at('food'),
    );
    assert.equal(imported.status, 0, imported.stderr);
    assert.equal((await onewindow('diff', food, at('food'))).status, 0);
    assert.deepEqual(
      readdirSync(at('food'), { recursive: true }).sort(),
      readdirSync(food, { recursive: true }).sort(),
    );
  });

  it('import: exit 1 and nothing written when the signer is not trusted or a byte has changed', async () => {
    const stranger = await onewindow(
      'import',
      at('food.zip'),
      '--trust',
      at('theirs.pem'),
      '--into',
      at('no'),
      '--lang',
      'en',
    );
    assert.equal(stranger.status, 1);
    assert.match(
      stranger.stderr,
      /a key that is not trusted; nothing was imported\. Confirm .* PACK_TRUST\. \[archiveSigner\]/,
    );
    const altered = readFileSync(at('food.zip'));
    const place = altered.indexOf('8 workday');
    assert.ok(place > 0);
    altered.write('9', place);
    writeFileSync(at('altered.zip'), altered);
    const changed = await onewindow(
      'import',
      at('altered.zip'),
      '--trust',
      at('ours.pem'),
      '--into',
      at('no'),
    );
    assert.equal(changed.status, 1);
    assert.match(changed.stderr, /\[archive(Hash|Unreadable)\]/);
    assert.equal(existsSync(at('no')), false);
  });

  it('import: exit 1 with findings for a pack that has errors here; the folder is there to be put right', async () => {
    writeFileSync(at('elsewhere.json'), '["mzj"]');
    const options = [
      '--trust',
      at('ours.pem'),
      '--into',
      at('elsewhere'),
      '--departments',
      at('elsewhere.json'),
    ];
    const imported = await onewindow('import', at('food.zip'), ...options);
    assert.equal(imported.status, 1);
    assert.match(imported.stdout, /部门“scjg”不在部门目录中 {2}\[departmentUnknown\]/);
    assert.ok(existsSync(at('elsewhere/pack.yaml')));
  });

  it('export and import: exit 2 when a file or a key cannot be read', async () => {
    assert.equal((await onewindow('export', food, '-o', at('x.zip'), '--key', at('none.key'))).status, 2);
    assert.equal((await onewindow('export', food, '-o', at('x.zip'), '--key', at('ours.pem'))).status, 2);
    assert.equal(
      (await onewindow('export', 'nowhere', '-o', at('x.zip'), '--key', at('ours.key'))).status,
      2,
    );
    assert.equal(
      (await onewindow('import', at('none.zip'), '--trust', at('ours.pem'), '--into', at('y'))).status,
      2,
    );
    assert.equal(
      (await onewindow('import', at('food.zip'), '--trust', at('ours.key'), '--into', at('y'))).status,
      2,
    );
    assert.equal((await onewindow('import', at('food.zip'), '--trust', at('ours.pem'))).status, 2);
  });

  it('lint: folders given together are checked against each other; a catalogue must hold what they name', async () => {
    cpSync(food, at('catalogue/scjg-food'), { recursive: true });
    const manifest = readFileSync(theme, 'utf8').replace(
      'scjg-food, step: inspect',
      'scjg-food, step: taste',
    );
    mkdirSync(at('theme-restaurant'));
    writeFileSync(at('theme-restaurant/pack.yaml'), manifest);
    const codes = async (...options: string[]) =>
      (
        JSON.parse((await onewindow('lint', ...options, '--json')).stdout) as {
          findings: { code: string }[];
        }[]
      )
        .flatMap(({ findings }) => findings.map(({ code }) => code))
        .filter((code) => /^theme(Unknown|ItemUnknown|VisitStep)$/.test(code));
    assert.deepEqual(await codes(at('theme-restaurant')), []);
    assert.deepEqual(await codes(at('theme-restaurant'), food), ['themeVisitStep']);
    assert.deepEqual(await codes(at('theme-restaurant'), '--catalogue', at('catalogue')), [
      'themeItemUnknown',
      'themeItemUnknown',
      'themeItemUnknown',
      'themeVisitStep',
    ]);
    assert.equal((await onewindow('lint', food, '--catalogue', 'nowhere')).status, 2);
  });

  it('says where credentials and a server come from when they are missing', async () => {
    const none = await onewindow('publish', food, '--base', '0', '--note', '首版');
    assert.deepEqual([none.status, /ONEWINDOW_SERVER/.test(none.stderr)], [2, true]);
    const nobody = await onewindow(
      'publish',
      food,
      '--base',
      '0',
      '--note',
      '首版',
      '--server',
      'http://127.0.0.1:9',
    );
    assert.deepEqual([nobody.status, /ONEWINDOW_PASSWORD/.test(nobody.stderr)], [4, true]);
  });
});
