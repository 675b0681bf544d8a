import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { LICENSE_TEMPLATE, LICENSE_VALUES, NOW } from '../fixtures/signedLicense.ts';
import { statutoryData } from '../fixtures/statutoryData.ts';
import { breakLines } from './breakLines.ts';
import { composeDocument } from './composeDocument.ts';
import { composeLicense } from './composeLicense.ts';
import { interpolate } from './interpolate.ts';
import { licenseTemplateSchema } from './licenseTemplate.ts';
import { statutoryKinds, statutoryTemplate } from './statutoryTemplates.ts';

describe('line breaking', () => {
  const measure = (text: string): number => [...text].length;
  it('puts no punctuation at the start of a line and keeps codes whole', () => {
    const lines = breakLines('根据《行政许可法》第三十二条，决定受理（GB 31654-2021）。', 8, measure);
    assert.ok(
      lines.every((line) => !/^[，。、）》]/.test(line)),
      lines.join('|'),
    );
    assert.ok(
      lines.every((line) => !/[《（]$/.test(line)),
      lines.join('|'),
    );
    assert.equal(
      lines.join('').replaceAll(' ', ''),
      '根据《行政许可法》第三十二条，决定受理（GB31654-2021）。',
    );
    assert.deepEqual(breakLines('编号 JY21101152600001 号', 20, measure), ['编号 JY21101152600001', '号']);
  });
});

describe('placeholders', () => {
  it('are filled from own properties and name what is missing', () => {
    assert.equal(interpolate('{{a.b}}-{{c?}}', { a: { b: 1 } }), '1-');
    assert.throws(() => interpolate('{{a.x}}', { a: {} }), {
      code: 'templateDataMissing',
      params: { path: 'a.x' },
    });
    assert.throws(() => interpolate('{{constructor}}', {}), { code: 'templateDataMissing' });
    assert.throws(() => interpolate('{{a + 1}}', { a: 1 }), { code: 'templatePlaceholderInvalid' });
    assert.equal(interpolate('{{a}}', { a: '{{b}}' }), '{{b}}');
  });
});

describe('a license', () => {
  const data = { values: LICENSE_VALUES, qr: 'https://example.test/verify/x', at: NOW };
  it('is the same bytes for the same input', async () => {
    const [a, b] = await Promise.all([
      composeLicense(LICENSE_TEMPLATE, data),
      composeLicense(LICENSE_TEMPLATE, data),
    ]);
    assert.ok(Buffer.from(a.pdf).equals(b.pdf));
  });
  it('is not drawn when data is missing, the template strange or the text endless', async () => {
    const { operator: _, ...values } = LICENSE_VALUES;
    await assert.rejects(composeLicense(LICENSE_TEMPLATE, { ...data, values }), {
      params: { path: 'operator' },
    });
    assert.equal(licenseTemplateSchema.safeParse({ ...LICENSE_TEMPLATE, script: 'x' }).success, false);
    const endless = { ...LICENSE_VALUES, operator: '长'.repeat(3000) };
    await assert.rejects(composeLicense(LICENSE_TEMPLATE, { ...data, values: endless }), {
      code: 'licenseTooLong',
    });
  });
  it('tells which field was squeezed, which does not fit, and what reaches over its place', async () => {
    const usual = await composeLicense(LICENSE_TEMPLATE, data);
    assert.equal(usual.fit?.scale, 1);
    assert.deepEqual(usual.fit?.wide, []);
    assert.equal(usual.fit?.fields.length, LICENSE_TEMPLATE.fields.length);
    const at = LICENSE_TEMPLATE.fields.findIndex(({ value }) => value.includes('operator'));
    const long = { ...LICENSE_VALUES, operator: '长名称'.repeat(200) };
    const { fit } = await composeLicense(LICENSE_TEMPLATE, { ...data, values: long });
    assert.ok(fit && fit.scale < 1);
    assert.ok((fit.fields[at]?.lines ?? 0) > 3);
    const placed = { label: '地址', value: '{{operator}}', x: 200, y: 200, width: 120 };
    const beyond = { ...LICENSE_TEMPLATE, fields: [...LICENSE_TEMPLATE.fields, placed] };
    assert.equal((await composeLicense(beyond, data)).fit?.fields.at(-1)?.outside, true);
    const endless = { ...LICENSE_VALUES, operator: '长'.repeat(3000) };
    await assert.rejects(composeLicense(LICENSE_TEMPLATE, { ...data, values: endless }), {
      params: { fields: String(at) },
    });
    const number = { label: '编号', value: '很长'.repeat(60) };
    assert.deepEqual((await composeLicense({ ...LICENSE_TEMPLATE, number }, data)).fit?.wide, ['number']);
  });
  it('reports characters that no font has', async () => {
    const values = { ...LICENSE_VALUES, legalRepresentative: '王\u{2B7A9}\u{E000}' };
    const drawn = await composeLicense(LICENSE_TEMPLATE, { ...data, values });
    assert.ok(drawn.missingCharacters.includes('\u{E000}'));
  });
});

/** One white point. */
const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

/** Width and height of every picture in a PDF. */
async function picturesOf(pdf: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(pdf);
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image'))
      return [];
    return [`${object.dict.get(PDFName.of('Width'))}×${object.dict.get(PDFName.of('Height'))}`];
  });
}

describe('pictures of a license', () => {
  const box = { label: '核查人员', picture: 'inspector', x: 40, y: 140, width: 70, height: 15 };
  const template = { ...LICENSE_TEMPLATE, pictures: [box, { ...box, picture: 'nobody', y: 160 }] };
  const values = { ...LICENSE_VALUES, pictures: { inspector: POINT, nobody: '' } };
  const data = { values, qr: 'https://example.test/verify/x', at: NOW };
  it('are drawn where its data holds them, the same bytes for the same input', async () => {
    const drawn = await composeLicense(template, data);
    assert.deepEqual(await picturesOf(drawn.pdf), ['1×1']);
    assert.deepEqual(drawn.fit?.wide, []);
    assert.ok(Buffer.from(drawn.pdf).equals((await composeLicense(template, data)).pdf));
    const without = await composeLicense(template, { ...data, values: LICENSE_VALUES });
    assert.deepEqual(await picturesOf(without.pdf), []);
  });
  it('are told of where their box reaches over the page, and may not be many', async () => {
    const over = { ...LICENSE_TEMPLATE, pictures: [{ ...box, x: 250 }] };
    assert.deepEqual((await composeLicense(over, data)).fit?.wide, ['pictures']);
    const many = { ...LICENSE_TEMPLATE, pictures: Array(5).fill(box) };
    assert.equal(licenseTemplateSchema.safeParse(many).success, false);
  });
});

describe('statutory documents', () => {
  it('print the pictures that their template names, and say where one cannot be shown', async () => {
    const template = statutoryTemplate('grantDecision');
    const signed = (from: string) => ({ type: 'picture' as const, label: '核查人员：', from, when: from });
    const blocks = [...template.blocks, signed('one'), signed('two'), signed('none')];
    const data = statutoryData();
    const values = { ...data.values, one: POINT, two: Buffer.from('no picture').toString('base64') };
    const compose = () => composeDocument({ ...template, blocks }, { ...data, values });
    const drawn = await compose();
    assert.deepEqual(await picturesOf(drawn.pdf), ['1×1']);
    assert.ok(Buffer.from(drawn.pdf).equals((await compose()).pdf));
    assert.deepEqual(await picturesOf((await composeDocument(template, data)).pdf), []);
  });
  it('are all drawn, a long one on several pages', async () => {
    for (const kind of statutoryKinds) {
      const drawn = await composeDocument(statutoryTemplate(kind), statutoryData());
      assert.equal(drawn.missingCharacters.length, 0);
      assert.ok(drawn.pages >= 1 && drawn.sealBox.page === drawn.pages - 1, kind);
    }
    const data = statutoryData();
    const long = { ...data, values: { ...data.values, reason: '理由很长。'.repeat(600) } };
    assert.ok((await composeDocument(statutoryTemplate('refusalDecision'), long)).pages >= 4);
  });
});
