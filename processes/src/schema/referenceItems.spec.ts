import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { formatLimit } from '@onewindow/clocks';
import { parse } from 'yaml';
import { z } from 'zod';
import { PackError, type PackProblem } from '../pack/PackError.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { PackManifest } from './packSchema.ts';

const folder = new URL('../../fixtures/items/', import.meta.url);
const textOf = (item: string) => readFileSync(new URL(`${item}.yaml`, folder), 'utf8');
const read = (text: string) => parsePack({ 'pack.yaml': text });

const rowSchema = z.strictObject({
  item: z.string(),
  find: z.string().min(1),
  put: z.string(),
  at: z.string(),
  says: z.string().default(''),
});
const rows = z
  .array(rowSchema)
  .parse(parse(readFileSync(new URL('../../fixtures/spoiled-manifests.yaml', import.meta.url), 'utf8')));

/** What the list of reference items says: statutory | promised, or response | disposal of a dispatch. */
const said: Readonly<Record<string, string>> = {
  'scjg-food': '10 workday | 8 workday',
  'wjw-public-place-health': '20 workday | 8 workday',
  'scjg-company-setup': '3 workday | immediate',
  'csglw-signboard': 'none | immediate',
  'xfjy-fire-check': 'none | 3 workday',
  'theme-restaurant': 'none | none',
  'csglw-road-occupation': '20 workday | 7 workday',
  'mzj-elderly-subsidy': 'none | 20 workday',
  'mzj-disabled-subsidy': 'none | 20 workday',
  'rsj-hr-service': '20 workday | 5 workday',
  'jw-private-kindergarten': '3 month | 30 workday',
  'yjj-hazardous-chemicals': '30 workday | 15 workday',
  'sthj-discharge': '30 day | 15 day',
  'scjg-special-equipment': '15 workday | 3 workday',
  'sfj-legal-aid': '7 day | 3 day',
  'nyncj-vet-drug': '30 workday | 10 workday',
  'whlyj-entertainment': '20 workday | 10 workday',
  'csglw-parking-registry': 'none | 5 workday',
  'jxj-credit-repair': 'none | 10 workday',
  'grid-city-appearance': '2 hour | 24 hour',
  'grid-facility': '1 hour | 12 hour',
  'grid-safety-hazard': '4 workhour | 5 workday',
  'hotline-12345': 'none | none',
  'emergency-event': '15 minute | none',
};

function limitsOf({ limits, dispatch }: PackManifest): string {
  const [first, second] = dispatch
    ? [dispatch.limits?.response, dispatch.limits?.disposal]
    : [limits.statutory, limits.promised];
  return [first, second].map((limit) => (limit ? formatLimit(limit) : 'none')).join(' | ');
}

describe('reference items', () => {
  it('are all there', () => {
    const names = readdirSync(folder).map((name) => name.replace('.yaml', ''));
    assert.deepEqual(names.sort(), Object.keys(said).sort());
  });

  for (const [item, limits] of Object.entries(said)) {
    it(`${item} can be written as a manifest: ${limits}`, () => {
      const manifest = read(textOf(item));
      assert.equal(manifest.packCode, item);
      assert.equal(limitsOf(manifest), limits);
    });
  }

  it('keep what is particular to them as data', () => {
    // 排污许可: 20, 30 or 45 days
    const { limits, license, handling } = read(textOf('sthj-discharge'));
    const days = limits.variants?.map(({ statutory }) => statutory && formatLimit(statutory));
    assert.deepEqual([handling, days], ['mirrored', ['20 day', '45 day', '30 day']]);
    assert.equal(license?.renewal && formatLimit(license.renewal.latest), '60 day');
    // 接诉即办: by urgency; what is not solved is opened again
    const { dispatch } = read(textOf('hotline-12345'));
    const urgency = dispatch?.levels.map(
      (level) => level.limits.disposal && formatLimit(level.limits.disposal),
    );
    assert.deepEqual(urgency, ['2 hour', '24 hour', '7 day', '15 day']);
    const solved = dispatch?.callBack?.questions.find(({ key }) => key === 'solved');
    assert.deepEqual(
      solved?.answers.filter(({ reopens }) => reopens).map(({ value }) => value),
      ['no'],
    );
    // 一件事: only the registration does not wait
    const { theme } = read(textOf('theme-restaurant'));
    assert.deepEqual(
      theme?.items.filter(({ after }) => after.length === 0).map(({ item }) => item),
      ['scjg-company-setup'],
    );
    // 占道: as many days as decided
    assert.ok(typeof read(textOf('csglw-road-occupation')).license?.validity === 'object');
  });
});

describe('nonsense', () => {
  for (const { item, find, put, at, says } of rows) {
    it(`${item} ${at}: ${put.trim().slice(0, 60) || `without ${find.trim()}`}`, () => {
      // given a good manifest, spoiled in one place
      const text = textOf(item);
      assert.ok(text.includes(find), 'nothing to spoil');
      // when it is read
      let problems: readonly PackProblem[] = [];
      try {
        read(text.replace(find, () => put));
      } catch (error) {
        if (!(error instanceof PackError)) throw error;
        problems = error.problems;
      }
      // then the place is named, and the rule in both languages
      const found = problems.find(({ path }) => path === at);
      assert.ok(
        found,
        `refused at ${problems.map(({ path, en }) => `${path} (${en})`).join(', ') || 'nothing'}`,
      );
      assert.match(found.zh, /\p{Script=Han}/u);
      assert.match(found.en, /[A-Za-z]{3}/);
      assert.ok(found.zh.includes(says), found.zh);
      for (const sentence of [found.zh, found.en]) assert.doesNotMatch(sentence, /^\w+$|undefined/);
    });
  }
});
