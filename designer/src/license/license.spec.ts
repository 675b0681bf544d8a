import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readManifest } from '../model/manifest.ts';
import { contrastWithWhite } from './contrast.ts';
import { describeFit } from './describeFit.ts';
import { boundTo, licenseOf, offeredSources } from './licenseSources.ts';
import { licenseTexts } from './licenseTexts.ts';
import { fromTokens, onlyPlaceholder, toTokens } from './pieces.ts';
import { sampleValues } from './sampleValues.ts';

const folder = new URL('../../../processes/scjg-food/', import.meta.url);
const files = new Map(
  ['pack.yaml', 'license.yaml', ...readdirSync(new URL('forms/', folder)).map((name) => `forms/${name}`)].map(
    (path) => [path, readFileSync(new URL(path, folder), 'utf8')],
  ),
);
const manifest = readManifest(files.get('pack.yaml') ?? '');

describe('values of a license', () => {
  const names = new Map([
    ['有效期起', 'validFrom'],
    ['有效期至', 'validTo'],
  ]);
  const nameOf = (path: string) => [...names].find(([, own]) => own === path)?.[0] ?? path;

  it('are written without braces and come back the same', () => {
    const text = '{{validFrom}}至{{validTo}}止';
    assert.equal(toTokens(text, nameOf), '〔有效期起〕至〔有效期至〕止');
    assert.equal(fromTokens(toTokens(text, nameOf), names), text);
    assert.equal(fromTokens('〔没有这个〕', names), '〔没有这个〕');
    assert.equal(onlyPlaceholder('{{fields.name}}'), 'fields.name');
    assert.equal(onlyPlaceholder(text), null);
  });

  it('are offered from every form, choices by their label', () => {
    const sources = offeredSources(manifest, files);
    const kind = sources.find(({ source }) => source === 'intake:/businessKind');
    assert.ok(kind);
    assert.deepEqual(boundTo(kind), { from: 'intake:/businessKind', as: 'label' });
    assert.ok(sources.some(({ step }) => step === 'decide'));
    assert.equal(new Set(sources.map(({ source }) => source)).size, sources.length);
  });

  it('are made up for every field, long ones as long as they come', () => {
    const usual = sampleValues(manifest, files, 'usual');
    const long = sampleValues(manifest, files, 'long');
    assert.deepEqual(Object.keys(usual.fields), Object.keys(licenseOf(manifest)?.fields ?? {}));
    assert.equal([...(long.fields['operatorName'] ?? '')].length, 60);
    assert.equal(long.fields['businessItems']?.split('；').length, 30);
    assert.match(usual.fields['premisesAddress'] ?? '', /大兴区/);
    assert.match(usual.fields['legalRepresentative'] ?? '', /^王建国$/);
  });
});

describe('describeFit', () => {
  const labels = ['经营者名称', '住所'];
  const texts = licenseTexts['zh-CN'];
  const answer = { pdf: null, missingCharacters: [], problem: null, faults: [] };
  it('says what was squeezed, and which field does not fit', () => {
    const fit = {
      scale: 0.76,
      fields: [{ index: 1, lines: 6, label: 0.8, outside: true }],
      wide: ['number'],
    };
    const said = describeFit({ ...answer, fit }, labels, texts).lines.join(' ');
    for (const part of ['76%', '“住所”占 6 行', '“住所”的名称太长', '“住所”超出', '编号太长'])
      assert.ok(said.includes(part), said);
    const problem = { code: 'licenseTooLong', params: { fields: '0' } };
    const bad = describeFit({ ...answer, fit: null, problem }, labels, texts);
    assert.equal(bad.level, 'error');
    assert.match(bad.lines.join(), /经营者名称/);
    const good = { scale: 1, fields: [{ index: 0, lines: 1, label: 1, outside: false }], wide: [] };
    assert.deepEqual(describeFit({ ...answer, fit: good }, labels, texts), {
      level: 'success',
      lines: [texts.fits],
    });
  });
});

describe('contrastWithWhite', () => {
  it('is that of WCAG', () => {
    assert.ok(Math.abs(contrastWithWhite('#767676') - 4.54) < 0.01);
    assert.equal(contrastWithWhite('#ffffff'), 1);
  });
});
