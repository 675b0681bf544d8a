import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks, type PackManifest } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import { LoadedPack } from '../catalog/packRegistry.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { fitProcedures } from './fitProcedures.ts';

const seeds = await listSeedPacks();

/** A version of a pack, with a part of its manifest put differently. */
function version(packCode: string, change: Partial<PackManifest> = {}): LoadedPack {
  const files = Object.entries(seeds.find((seed) => seed.packCode === packCode)?.files ?? {}).map(
    ([path, text]) => ({ path, text }),
  );
  const entry = { version: 1, hash: '', definitionId: '' };
  const loaded = new LoadedPack(files, entry);
  return new LoadedPack(files, entry, { ...loaded.pack, ...change });
}

interface Course {
  subject?: Partial<CaseDocument>;
  pauses?: Partial<ClockDocument['pauses'][number]>[];
  variables?: Record<string, string>;
}

/** What is found for a case of such a course that is to go from one version to the other. */
function found(before: LoadedPack, after: LoadedPack, { subject, pauses = [], variables = {} }: Course) {
  const findings = fitProcedures({
    subject: { operation: 'new', materials: [], ...subject } as unknown as CaseDocument,
    pair: { before, after },
    clocks: [{ pauses } as unknown as ClockDocument],
    variables,
  });
  return findings.map(({ code, severity, element, zh }) => ({ code, severity, element, zh }));
}

/** Without what is told of materials, which the cases of these specs do not hold. */
const blocking = (...of: Parameters<typeof found>) =>
  found(...of).filter(({ severity }) => severity === 'blocking');

describe('what of a case’s own course the new version does not know', () => {
  const food = version('scjg-food');

  it('is a special procedure that stops the clock now, not one that has ended', () => {
    const without = version('scjg-food', { specialProcedures: [] });
    const from = new Date('2026-11-23T01:00:00Z');
    const pauses = [{ procedure: 'sampleTesting', from }];
    const [gone, ...more] = blocking(food, without, { pauses });
    assert.deepEqual([gone?.code, gone?.element, more.length], ['procedureGone', 'sampleTesting', 0]);
    assert.match(gone?.zh ?? '', /检验/);
    const ended = [{ procedure: 'sampleTesting', from, to: new Date('2026-11-24T01:00:00Z') }];
    assert.deepEqual(blocking(food, without, { pauses: ended }), []);
    assert.deepEqual(blocking(food, food, { pauses }), []);
  });

  it('is told once for a procedure that stops several clocks', () => {
    const without = version('scjg-food', { specialProcedures: [] });
    const pauses = [{ procedure: 'sampleTesting' }, { procedure: 'sampleTesting' }];
    assert.equal(blocking(food, without, { pauses }).length, 1);
  });

  it('is a joint opinion that has begun', () => {
    const road = version('csglw-road-occupation');
    const key = road.pack.joint[0]?.key ?? '';
    const subject = { joint: [{ key }] } as unknown as Partial<CaseDocument>;
    const [gone] = blocking(road, version('csglw-road-occupation', { joint: [] }), { subject });
    assert.deepEqual([gone?.code, gone?.element], ['jointGone', key]);
    assert.deepEqual(blocking(road, road, { subject }), []);
    assert.deepEqual(blocking(road, version('csglw-road-occupation', { joint: [] }), {}), []);
  });

  it('is a panel whose step is gone or has no panel', () => {
    const school = version('jw-private-kindergarten');
    const [step = '', rule] = Object.entries(school.pack.steps).find(([, { panel }]) => panel) ?? [];
    assert.ok(rule);
    const { panel: _panel, ...plain } = rule;
    const { [step]: _gone, ...rest } = school.pack.steps;
    const subject = { panels: [{ step }] } as unknown as Partial<CaseDocument>;
    for (const steps of [{ ...rest, [step]: plain }, rest]) {
      const after = version('jw-private-kindergarten', { steps: steps as PackManifest['steps'] });
      const [gone] = blocking(school, after, { subject });
      assert.deepEqual([gone?.code, gone?.element], ['panelGone', step]);
      assert.ok(gone?.zh.includes(rule.name['zh-CN']));
    }
    assert.deepEqual(blocking(school, school, { subject }), []);
  });

  it('is a commitment that the applicant has signed, not one that was barred', () => {
    const fire = version('xfjy-fire-check');
    const after = version('xfjy-fire-check', { commitment: undefined });
    const with_ = (state: string) => ({ commitment: { state } }) as unknown as Partial<CaseDocument>;
    const operation = fire.pack.operations[0]?.key ?? '';
    const ask = (state: string, to: LoadedPack) =>
      blocking(fire, to, { subject: { operation, ...with_(state) } }).map(({ code }) => code);
    assert.deepEqual(ask('signed', after), ['commitmentGone']);
    assert.deepEqual(ask('barred', after), []);
    assert.deepEqual(ask('signed', fire), []);
  });

  it('is a material that only the new version asks for in this situation; it never refuses', () => {
    const asked = { key: 'lease', name: { 'zh-CN': '租赁合同', en: 'Lease' } };
    const material = { ...food.pack.materials[0], licenseTypes: [], ...asked };
    const operations = food.pack.operations.map((operation) => ({
      ...operation,
      materials: [...operation.materials, 'lease'],
    }));
    const held = food.operation('new').materials.map((key) => ({ key }));
    const after = (when?: string) =>
      version('scjg-food', {
        operations,
        materials: [...food.pack.materials, { ...material, when } as PackManifest['materials'][number]],
      });
    const subject = { materials: held } as unknown as Partial<CaseDocument>;
    assert.deepEqual(
      found(food, after(), { subject }).map(({ code, severity, element }) => [code, severity, element]),
      [['materialMissing', 'warning', 'lease']],
    );
    const elsewhere = after("businessKind == 'canteen'");
    const variables = { businessKind: 'restaurant' };
    assert.deepEqual(found(food, elsewhere, { subject, variables }), []);
  });
});
