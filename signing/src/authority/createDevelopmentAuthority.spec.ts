import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import forge from 'node-forge';
import { BODY, NOW } from '../fixtures/signedLicense.ts';
import { pkcs12Signer } from '../signer/pkcs12Signer.ts';
import { createDevelopmentAuthority } from './createDevelopmentAuthority.ts';

describe('development authority', () => {
  it('is made once, however many start at the same time, and kept', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'onewindow-'));
    const start = () => createDevelopmentAuthority({ directory, now: () => NOW });
    const [a, b] = await Promise.all([start(), start()]);
    const c = await start();
    assert.equal(a.rootPem, b.rootPem);
    assert.equal(a.rootPem, c.rootPem);
    const seals = await Promise.all([a, b, c].map((authority) => authority.sealFor(BODY)));
    assert.equal(new Set(seals.map((seal) => seal.keyId)).size, 1);
    const leaf = new X509Certificate(seals[0]?.certificateChain[0] as Uint8Array);
    assert.ok(leaf.subject.includes(BODY.uscc) && leaf.subject.includes(BODY.name));
    const keys = readdirSync(directory, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.key.pem'));
    assert.equal(keys.length, 4);
    for (const key of keys) assert.equal(statSync(join(directory, key)).mode & 0o777, 0o600, key);
  });

  it('hands a seal to production form: a PKCS #12 file signs the same', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'onewindow-'));
    const authority = await createDevelopmentAuthority({ directory, now: () => NOW });
    const seal = await authority.sealFor(BODY);
    const key = createPrivateKey(readFileSync(join(directory, 'seals', `${BODY.uscc}.key.pem`)));
    const certificates = seal.certificateChain.map((der) =>
      forge.pki.certificateFromAsn1(forge.asn1.fromDer(Buffer.from(der).toString('binary'))),
    );
    const container = forge.pkcs12.toPkcs12Asn1(
      forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString()),
      certificates,
      'secret',
    );
    const file = join(directory, 'seal.p12');
    writeFileSync(file, Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary'));
    const signer = await pkcs12Signer({ file, passphrase: 'secret' });
    assert.equal(signer.keyId, seal.keyId);
    assert.equal(signer.certificateChain.length, 2);
    assert.ok(
      Buffer.from(signer.certificateChain[0] as Uint8Array).equals(seal.certificateChain[0] as Uint8Array),
    );
    const bytes = Buffer.from('x');
    assert.deepEqual(Buffer.from(await signer.sign(bytes)), Buffer.from(await seal.sign(bytes)));
    await assert.rejects(pkcs12Signer({ file, passphrase: 'wrong' }), { code: 'pkcs12Unreadable' });
  });
});
