import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import * as attack from '../fixtures/attacks.ts';
import { irregularlySigned } from '../fixtures/irregularSignature.ts';
import { BODY, newAuthority, signedLicense } from '../fixtures/signedLicense.ts';
import { statutoryData } from '../fixtures/statutoryData.ts';
import { composeDocument } from '../layout/composeDocument.ts';
import { statutoryKinds, statutoryTemplate } from '../layout/statutoryTemplates.ts';
import { appendDocumentTimeStamp, appendSignature, signPdf } from '../pades/signPdf.ts';
import { runTool } from './runTool.ts';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-signed-'));
const at = (name: string): string => join(folder, name);
const write = (name: string, bytes: Uint8Array): void => writeFileSync(at(name), bytes);

interface DssSignature {
  level: string;
  indication: string;
  subIndication: string;
  warnings: string[];
}

function pyhanko(file: string): string {
  const command = process.env['PYHANKO'] ?? 'pyhanko';
  const result = runTool(
    command,
    ['sign', 'validate', '--trust-replace', '--trust', at('root.pem'), at(file)],
    'prepareValidators (PyPI pyhanko-cli), env PYHANKO',
  );
  return result.stdout + result.stderr;
}

function pdfsig(file: string): string {
  return runTool(
    process.env['PDFSIG'] ?? 'pdfsig',
    ['-nssdir', `sql:${at('nss')}`, at(file)],
    'apt-get install poppler-utils',
  ).stdout;
}

function dss(file: string, crls: boolean): DssSignature[] {
  const jar = process.env['DSS_JAR'] ?? 'signing/dss/target/dss-validator.jar';
  assert.ok(
    existsSync(jar),
    `DSS_JAR ${jar} does not exist; get it with: prepareValidators, or mvn -f signing/dss/pom.xml package`,
  );
  const lists = crls ? ['--crl', at('0.crl'), '--crl', at('1.crl')] : [];
  const { stdout } = runTool(
    'java',
    ['-jar', jar, '--root', at('root.pem'), ...lists, at(file)],
    'a JDK 17 or later',
  );
  return (JSON.parse(stdout) as { signatures: DssSignature[] }).signatures;
}

before(async () => {
  const now = new Date();
  // these tools look at the machine's clock, so the fixture authority of a fixed day will not do
  const authority = await newAuthority(() => now);
  const seal = await authority.sealFor(BODY);
  const license = await signedLicense({ authority });
  write('license.pdf', license);
  const second = await appendSignature({
    pdf: license,
    signer: await authority.sealFor({ uscc: '11110115900000006C', name: '大兴区政务服务和数据管理局' }),
    tsa: authority.timeStampAuthority,
    reason: '归档',
    signingTime: now,
    fieldName: 'Archive',
  });
  write(
    'archived.pdf',
    await appendDocumentTimeStamp({ pdf: second, tsa: authority.timeStampAuthority, fieldName: 'Stamp' }),
  );
  for (const kind of statutoryKinds) {
    const drawn = await composeDocument(statutoryTemplate(kind), statutoryData());
    const signed = await signPdf({
      pdf: drawn.pdf,
      signer: seal,
      tsa: authority.timeStampAuthority,
      reason: '出具文书',
      signingTime: now,
      certify: true,
      fieldName: 'Seal1',
      visible: {
        box: drawn.sealBox,
        seal: { name: BODY.name, code: '1101150012345', title: '行政审批专用章' },
      },
    });
    write(`${kind}.pdf`, signed);
  }
  write('flipped.pdf', attack.flipped(license, 2000));
  write('textAdded.pdf', await attack.textAdded(license));
  write('resaved.pdf', await attack.resavedAndSigned(license));
  write('noSigningCertificate.pdf', await irregularlySigned({ omitSigningCertificate: true }));
  writeFileSync(at('root.pem'), authority.rootPem);
  for (const [index, list] of (await authority.revocationLists()).entries()) write(`${index}.crl`, list);
  mkdirSync(at('nss'));
  const nss = 'apt-get install libnss3-tools';
  runTool('certutil', ['-N', '-d', `sql:${at('nss')}`, '--empty-password'], nss);
  runTool(
    'certutil',
    ['-A', '-d', `sql:${at('nss')}`, '-n', 'root', '-t', 'CT,CT,CT', '-i', at('root.pem')],
    nss,
  );
});

describe('pyHanko', () => {
  it('trusts a license and an archived one', () => {
    assert.match(pyhanko('license.pdf'), /INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>,UNTOUCHED/);
    const archived = pyhanko('archived.pdf');
    assert.equal(archived.match(/INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>/g)?.length, 2, archived);
    assert.match(archived, /ACCEPTABLE_MODIFICATIONS/);
  });
  it('refuses what was changed', () => {
    assert.match(pyhanko('flipped.pdf'), /INVALID/);
    assert.match(pyhanko('textAdded.pdf'), /ILLEGAL_MODIFICATIONS/);
    assert.match(pyhanko('resaved.pdf'), /INVALID|rror/);
  });
});

describe('poppler', () => {
  it('says valid, trusted and whole', () => {
    const said = pdfsig('license.pdf');
    assert.match(said, /Signature is Valid/);
    assert.match(said, /Certificate is Trusted/);
    assert.match(said, /Total document signed/);
    assert.match(pdfsig('flipped.pdf'), /Digest Mismatch/);
  });
  it('draws every document without a word of complaint', () => {
    for (const name of ['license', 'archived', ...statutoryKinds]) {
      const drawn = runTool(
        'pdftoppm',
        ['-r', '60', '-png', at(`${name}.pdf`), at(name)],
        'apt-get install poppler-utils',
      );
      assert.deepEqual([drawn.status, drawn.stderr], [0, ''], name);
      const fonts = runTool('pdffonts', [at(`${name}.pdf`)], 'apt-get install poppler-utils')
        .stdout.split('\n')
        .slice(2);
      for (const line of fonts.filter(Boolean))
        assert.match(line, /CID TrueType +Identity-H +yes +yes +yes/, line);
    }
  });
  it('reads the Chinese text back', () => {
    const { stdout } = runTool('pdftotext', [at('receipt.pdf'), '-'], 'apt-get install poppler-utils');
    assert.match(stdout, /申请材料接收回执/);
  });
});

describe('EU DSS', () => {
  it('finds PAdES baseline T and nothing against it', () => {
    for (const file of ['license.pdf', 'receipt.pdf', 'grantDecision.pdf']) {
      const [signature, ...others] = dss(file, true);
      assert.equal(others.length, 0);
      assert.deepEqual([signature?.level, signature?.indication], ['PAdES-BASELINE-T', 'TOTAL_PASSED'], file);
      // our certificates name no revocation service, because lists are published with the root
      const serious = signature?.warnings.filter((warning) => !/^BBB_XCV_(AIA|REVOC)_PRES/.test(warning));
      assert.deepEqual(serious, []);
    }
  });
  it('refuses what was changed or is not PAdES', () => {
    assert.equal(dss('flipped.pdf', true)[0]?.indication, 'TOTAL_FAILED');
    assert.ok((dss('textAdded.pdf', true)[0]?.warnings.length ?? 0) > 2);
    assert.equal(dss('noSigningCertificate.pdf', true)[0]?.level, 'PDF-NOT-ETSI');
  });
});
