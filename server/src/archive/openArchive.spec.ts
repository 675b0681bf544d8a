import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { readMinimalPack } from '@onewindow/processes';
import { ZipFile } from 'yazl';
import { AppError } from '../errors/appError.ts';
import { archiveLimits } from './archiveFormat.ts';
import { openArchive } from './openArchive.ts';
import { readZip } from './readZip.ts';
import { publicPem } from './signingKey.ts';
import { writeArchive } from './writeArchive.ts';

interface Part {
  name: string;
  bytes: Buffer;
  mode?: number;
  compress?: boolean;
}
type Parts = Part[];

const ours = generateKeyPairSync('ed25519').privateKey;
const strangers = generateKeyPairSync('ed25519').privateKey;
const files = await readMinimalPack();
const good = await writeArchive({ files, version: 3, key: ours });
const manifestOf = (parts: Parts) =>
  parts.find(({ name }) => name === 'META/manifest.json')?.bytes ?? Buffer.from('');

/** One crafted archive a row: how it is made out of the good one, and the code that refuses it. */
const refused: {
  what: string;
  code: string;
  parts?: (parts: Parts) => Parts;
  bytes?: (zip: Buffer) => Buffer;
}[] = [
  { what: 'no zip', code: 'archiveUnreadable', bytes: () => Buffer.from('no zip at all') },
  { what: 'a zip cut short', code: 'archiveUnreadable', bytes: (zip) => zip.subarray(0, zip.length - 30) },
  {
    what: 'a path that climbs out',
    code: 'archivePath',
    parts: and('pack/forms/a.json'),
    bytes: rename('pack/forms/a.json', 'pack/../../a.json'),
  },
  {
    what: 'a path that climbs out of the zip',
    code: 'archivePath',
    parts: and('pack/a.json'),
    bytes: rename('pack/a.json', '../a/a.json'),
  },
  {
    what: 'an absolute path',
    code: 'archivePath',
    parts: and('pack/a.json'),
    bytes: rename('pack/a.json', '/tmp/a.json'),
  },
  {
    what: 'a drive letter',
    code: 'archivePath',
    parts: and('pack/a.json'),
    bytes: rename('pack/a.json', 'C:/a/a.json'),
  },
  {
    what: 'backslashes',
    code: 'archivePath',
    parts: and('pack/a.json'),
    bytes: rename('pack/a.json', '..\\..\\a.jso'),
  },
  {
    what: 'a NUL in a name',
    code: 'archivePath',
    parts: and('pack/a.json'),
    bytes: rename('pack/a.json', 'pack/a\0json'),
  },
  {
    what: 'a name that is not UTF-8',
    code: 'archiveUnreadable',
    parts: and('pack/a.json'),
    bytes: (zip) =>
      replaceAll(
        zip,
        Buffer.from('pack/a.json'),
        Buffer.from([0x70, 0x61, 0x63, 0x6b, 0x2f, 0xff, 0xfe, 0x6a, 0x73, 0x6f, 0x6e]),
      ),
  },
  {
    what: 'a symbolic link',
    code: 'archiveLink',
    parts: (parts) => [
      ...parts,
      { name: 'pack/forms/link.json', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 },
    ],
  },
  {
    what: 'a device',
    code: 'archiveLink',
    parts: (parts) => [...parts, { name: 'pack/forms/device.json', bytes: Buffer.from(''), mode: 0o020666 }],
  },
  {
    what: 'a name twice',
    code: 'archiveDuplicate',
    parts: (parts) => [...parts, ...parts.filter(({ name }) => name === 'pack/pack.yaml')],
  },
  {
    what: 'names that differ in case',
    code: 'archiveDuplicate',
    parts: (parts) => [...parts, { name: 'pack/forms/Decision.json', bytes: Buffer.from('{}') }],
  },
  {
    what: 'a file that blows up',
    code: 'archiveTooLarge',
    parts: (parts) => [
      ...parts,
      { name: 'pack/forms/bomb.json', bytes: Buffer.alloc(1_900_000), compress: true },
    ],
  },
  {
    what: 'a file over the limit',
    code: 'archiveTooLarge',
    parts: (parts) => [
      ...parts,
      { name: 'pack/forms/big.json', bytes: Buffer.alloc(archiveLimits.file + 1) },
    ],
  },
  {
    what: 'files over the limit together',
    code: 'archiveTooLarge',
    parts: (parts) => [
      ...parts,
      ...[1, 2, 3].map((n) => ({ name: `pack/forms/big${n}.json`, bytes: Buffer.alloc(1_500_000) })),
    ],
  },
  {
    what: 'too many files',
    code: 'archiveTooLarge',
    parts: (parts) => [
      ...parts,
      ...Array.from({ length: 205 }, (_, n) => ({ name: `pack/forms/f${n}.json`, bytes: Buffer.from('{}') })),
    ],
  },
  {
    what: 'an archive over the limit',
    code: 'archiveTooLarge',
    bytes: () => Buffer.alloc(archiveLimits.archive + 1),
  },
  {
    what: 'more content than declared',
    code: 'archiveUnreadable',
    parts: (parts) => parts.map((part) => ({ ...part, compress: part.name === 'pack/process.bpmn' })),
    bytes: shrinkDeclared('pack/process.bpmn'),
  },
  { what: 'a file that no pack has', code: 'archiveUnknownFile', parts: and('pack/run.sh') },
  { what: 'a file beside the pack', code: 'archiveUnknownFile', parts: and('README.md') },
  { what: 'a folder that no pack has', code: 'archiveUnknownFile', parts: and('pack/x/forms.json') },
  {
    what: 'a form that the manifest does not name',
    code: 'archiveUnknownFile',
    parts: and('pack/forms/extra.json'),
  },
  {
    what: 'another content',
    code: 'archiveHash',
    parts: change('pack/pack.yaml', (text) => text.replace('15 workday', '14 workday')),
  },
  {
    what: 'a file left out',
    code: 'archiveHash',
    parts: (parts) => parts.filter(({ name }) => name !== 'pack/forms/decision.json'),
  },
  {
    what: 'a content hash that is not the content’s',
    code: 'archiveHash',
    parts: resign((text) =>
      text.replace(/"contentHash": "[0-9a-f]{64}"/, `"contentHash": "${'0'.repeat(64)}"`),
    ),
  },
  {
    what: 'no signature',
    code: 'archiveUnsigned',
    parts: (parts) => parts.filter(({ name }) => name !== 'META/manifest.sig'),
  },
  {
    what: 'no manifest',
    code: 'archiveUnreadable',
    parts: (parts) => parts.filter(({ name }) => name !== 'META/manifest.json'),
  },
  {
    what: 'a manifest changed after signing',
    code: 'archiveSignature',
    parts: change('META/manifest.json', (text) => text.replace('"version": 3', '"version": 4')),
  },
  {
    what: 'a signature of another length',
    code: 'archiveSignature',
    parts: change('META/manifest.sig', () => 'signed'),
  },
  {
    what: 'a signature of a stranger',
    code: 'archiveSigner',
    parts: (parts) => signWith(parts, strangers, publicPem(strangers)),
  },
  {
    what: 'a stranger’s signature under our name',
    code: 'archiveSignature',
    parts: (parts) => signWith(parts, strangers, publicPem(ours)),
  },
  {
    what: 'a newer format, however signed',
    code: 'archiveFormat',
    parts: change('META/manifest.json', (text) => text.replace('"format": 1', '"format": 2')),
  },
  {
    what: 'a manifest of another kind',
    code: 'archiveUnreadable',
    parts: resign((text) => text.replace('onewindow-pack', 'onewindow-case')),
  },
];

describe('openArchive', () => {
  it('gives back the files, the version and who signed', async () => {
    const opened = await openArchive(
      good,
      [strangers, ours].map((key) => createPublicKey(key)),
    );
    assert.deepEqual(opened.files, files);
    assert.deepEqual([opened.manifest.packCode, opened.manifest.version], ['minimal', 3]);
    assert.match(opened.keyId, /^[0-9a-f]{64}$/);
  });

  it('opens what another tool has zipped again, deflated', async () => {
    const parts = (await partsOf(good)).map((part) => ({ ...part, compress: true }));
    assert.deepEqual((await openArchive(await zipOf(parts), [createPublicKey(ours)])).files, files);
  });

  it('trusts nobody when nobody is trusted', async () => {
    await assert.rejects(openArchive(good, []), (error: AppError) => error.code === 'archiveSigner');
  });

  for (const { what, code, parts = (same: Parts) => same, bytes = (same: Buffer) => same } of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const crafted = bytes(await zipOf(parts(await partsOf(good))));
      assert.notDeepEqual(crafted, good);
      await assert.rejects(openArchive(crafted, [createPublicKey(ours)]), (error: unknown) => {
        assert.ok(error instanceof AppError, String(error));
        assert.equal(error.code, code, error.message);
        assert.match(error.userMessage('zh-CN'), /[\u4e00-\u9fff]/);
        return true;
      });
    });
  }
});

describe('writeArchive', () => {
  it('gives the same bytes for the same pack, in whatever order its files are and wherever it is', async () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    const turned = Object.fromEntries(Object.entries(files).reverse());
    const again = await writeArchive({ files: turned, version: 3, key: ours });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    assert.ok(again.equals(good));
  });
});

async function partsOf(zip: Buffer): Promise<Parts> {
  return [...(await readZip(zip))].map(([name, bytes]) => ({ name, bytes }));
}

function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes, mode = 0o100644, compress = false } of parts)
    zip.addBuffer(bytes, name, { mode, compress });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

function and(name: string) {
  return (parts: Parts): Parts => [...parts, { name, bytes: Buffer.from('{}') }];
}

function change(name: string, edit: (text: string) => string) {
  return (parts: Parts): Parts =>
    parts.map((part) =>
      part.name === name ? { ...part, bytes: Buffer.from(edit(part.bytes.toString('utf8'))) } : part,
    );
}

/** A changed manifest, signed by the right key. */
function resign(edit: (text: string) => string) {
  return (parts: Parts): Parts => signWith(change('META/manifest.json', edit)(parts), ours, publicPem(ours));
}

function signWith(parts: Parts, key: typeof ours, pem: string): Parts {
  const signature = sign(null, manifestOf(parts), key);
  return parts.map((part) => {
    if (part.name === 'META/manifest.sig') return { ...part, bytes: signature };
    return part.name === 'META/signer.pem' ? { ...part, bytes: Buffer.from(pem) } : part;
  });
}

/** A name that no honest tool writes: put over an equally long one, in both headers. */
function rename(from: string, to: string) {
  assert.equal(Buffer.byteLength(from), Buffer.byteLength(to), `${from} ${to}`);
  return (zip: Buffer) => replaceAll(zip, Buffer.from(from), Buffer.from(to));
}

function replaceAll(zip: Buffer, from: Buffer, to: Buffer): Buffer {
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1)) to.copy(changed, at);
  return changed;
}

/** The directory says that an entry inflates to one byte less than it does (APPNOTE 4.3.12: size at 24, name at 46). */
function shrinkDeclared(name: string) {
  return (zip: Buffer): Buffer => {
    const changed = Buffer.from(zip);
    const entry = changed.lastIndexOf(Buffer.from(name)) - 46;
    changed.writeUInt32LE(changed.readUInt32LE(entry + 24) - 1, entry + 24);
    return changed;
  };
}
