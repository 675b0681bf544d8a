import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { packSchema } from '@onewindow/processes';
import { placeOf } from '../lint/placeOf.ts';
import { readManifest } from '../model/manifest.ts';
import { besides, chapterKeys, chaptersFor } from './chapters.ts';
import { choiceLabel } from './choiceTexts.ts';
import { fieldTexts } from './fieldTexts.ts';
import { fieldWords, takeApart } from './fieldWords.ts';
import { freshKey, newValue } from './newValue.ts';
import { nodeAt, patternOf, type SchemaNode } from './PackSchema.ts';
import { namedInPack, referenceOf } from './referenceOf.ts';
import { rulesTexts } from './rulesTexts.ts';
import { shapeOf, valuesOf } from './shapeOf.ts';
import { wayOf } from './wayOf.ts';

const processes = new URL('../../../processes/', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('pack.schema.json', processes), 'utf8')) as SchemaNode;
const beginnings = { text: rulesTexts['zh-CN'].newText, words: rulesTexts['zh-CN'].newWords };
const edited = [...chapterKeys, ...Object.values(besides).flat()];
const packs = readdirSync(processes).flatMap((name) => {
  try {
    return [readManifest(readFileSync(new URL(`${name}/pack.yaml`, processes), 'utf8'))];
  } catch {
    return [];
  }
});

/** Every node below a part, with its path: lists by their first entry. */
function visit(
  node: SchemaNode,
  path: (string | number)[],
  take: (node: SchemaNode, path: (string | number)[]) => void,
): void {
  take(node, path);
  for (const [name, child] of Object.entries(node.properties ?? {})) visit(child, [...path, name], take);
  if (node.items !== undefined && node.items.enum === undefined) visit(node.items, [...path, 0], take);
  if (shapeOf(node) === 'ways')
    for (const way of node.anyOf ?? node.oneOf ?? []) if (way.$ref === undefined) visit(way, path, take);
}

function everyPart(take: (node: SchemaNode, path: (string | number)[]) => void): void {
  for (const part of edited) visit(nodeAt(schema, [part]) as SchemaNode, [part], take);
  const step = nodeAt(schema, ['steps', 'review']) as SchemaNode;
  for (const [name, child] of Object.entries(step.properties ?? {}))
    if (name !== 'fourEyes' && name !== 'samePersonAs') visit(child, ['steps', 'review', name], take);
}

describe('pages of rules', () => {
  it('have a field for every part, in words of both languages', () => {
    let count = 0;
    everyPart((node, path) => {
      count += 1;
      shapeOf(node);
      if (typeof path.at(-1) === 'number' || node.description === undefined) return;
      for (const locale of ['zh-CN', 'en'] as const) {
        const { label } = fieldWords(node, patternOf(path), locale);
        assert.notEqual(label, '', `${path.join('.')} ${locale}`);
        // Nobody reads keys of YAML on a page.
        if (locale === 'zh-CN') assert.doesNotMatch(label, /[a-z]{3,}/, path.join('.'));
      }
    });
    assert.ok(count > 200, String(count));
  });

  it('say every value of a choice in words', () => {
    everyPart((node, path) => {
      const chosen = node.items?.enum === undefined ? node : node.items;
      if (chosen.enum === undefined && shapeOf(node) !== 'choice') return;
      const part = String(path.findLast((entry) => typeof entry === 'string'));
      for (const value of valuesOf(chosen)) {
        const [zh, en] = [choiceLabel(value, part, 'zh-CN'), choiceLabel(value, part, 'en')];
        assert.match(zh, /[\u4e00-\u9fff]|CSV|Excel|APP/, `${path.join('.')} ${value}`);
        assert.doesNotMatch(en, /[\u4e00-\u9fff]/, `${path.join('.')} ${value}`);
      }
    });
  });

  it('name fields of the schema only in the words of their own', () => {
    const patterns = new Set<string>();
    everyPart((_, path) => patterns.add(patternOf(path)));
    patterns.add('operations.[].licenseNumber');
    for (const pattern of Object.keys(fieldTexts)) assert.ok(patterns.has(pattern), pattern);
    for (const pattern of Object.keys(rulesTexts['zh-CN'].ways)) assert.ok(patterns.has(pattern), pattern);
  });

  it('are where a finding leads to', () => {
    for (const part of edited)
      assert.equal(
        placeOf({ code: 'x', severity: 'error', file: 'pack.yaml', path: part, zh: '', en: '' }).tab,
        'rules',
      );
  });

  it('leave no part of pack.yaml without a place', () => {
    const elsewhere = ['schemaVersion', 'packCode', 'steps'];
    for (const part of Object.keys(schema.properties ?? {}))
      if (!elsewhere.includes(part))
        assert.notEqual(
          placeOf({ code: 'x', severity: 'error', file: 'pack.yaml', path: part, zh: '', en: '' }).tab,
          'files',
          part,
        );
  });

  it('begin what is added in the form of the schema', () => {
    const [pack] = packs;
    for (const part of ['fees', 'publication', 'refusalReasons', 'appeal', 'themes'] as const) {
      const node = nodeAt(schema, [part]) as SchemaNode;
      const made =
        part === 'fees' || part === 'refusalReasons'
          ? newValue(node.items as SchemaNode, beginnings)
          : newValue(node, beginnings);
      const value =
        part === 'fees'
          ? [{ ...(made as object), amount: '10 元' }]
          : part === 'refusalReasons'
            ? [{ ...(made as object), key: freshKey('reason', []) }]
            : made;
      const read = packSchema.safeParse({ ...pack, [part]: value });
      const about = read.error?.issues.filter(({ path }) => path[0] === part) ?? [];
      assert.deepEqual(about, [], part);
    }
  });

  it('show every pack the chapters that it has', () => {
    assert.ok(packs.length > 15);
    for (const pack of packs) {
      const shown = chaptersFor(pack);
      for (const key of chapterKeys)
        if ((pack as Record<string, unknown>)[key] !== undefined)
          assert.ok(
            shown.includes(key) || JSON.stringify((pack as Record<string, unknown>)[key]) === '[]',
            key,
          );
    }
  });

  it('know which way a value is written in', () => {
    const every = nodeAt(schema, ['checks', 0, 'every'])?.anyOf ?? [];
    assert.equal(wayOf('2 year', every), 0);
    assert.equal(wayOf({ by: 'intake:/a', table: [] }, every), 1);
    assert.equal(wayOf(undefined, every), -1);
    const effects = nodeAt(schema, ['steps', 'x', 'effects', 0])?.anyOf ?? [];
    assert.equal(wayOf({ recordDelivery: {} }, effects), 3);
  });

  it('part a description into name and help', () => {
    assert.deepEqual(takeApart('单价（分：整数）：由本系统收取'), {
      label: '单价（分：整数）',
      help: '由本系统收取',
    });
    assert.deepEqual(takeApart('名称'), { label: '名称', help: undefined });
  });

  it('offer the outcomes of the step that is meant', () => {
    const manifest = {
      steps: {
        verify: {
          name: { 'zh-CN': '核查', en: 'Verify' },
          outcomes: [{ key: 'fail', kind: 'forward', name: { 'zh-CN': '不符', en: 'Failed' } }],
        },
        decide: { outcomes: [{ key: 'grant', kind: 'grant', name: { 'zh-CN': '准予', en: 'Grant' } }] },
      },
      commitment: { verification: { step: 'verify' } },
    } as never;
    const pack = { manifest, files: new Map<string, string>(), locale: 'zh-CN' as const };
    const path = ['commitment', 'verification', 'failOutcomes', 0];
    assert.equal(referenceOf(path), 'outcome');
    assert.deepEqual(namedInPack('outcome', path, pack), [{ value: 'fail', label: '不符' }]);
    assert.deepEqual(
      namedInPack('outcome', ['steps', 'decide', 'effects', 0, 'on'], pack).map(({ value }) => value),
      ['grant'],
    );
  });
});
