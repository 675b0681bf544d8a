import { type ProcessGraph, readBpmn } from '../bpmn/readBpmn.ts';
import { type Decision, readDmn } from '../dmn/readDmn.ts';
import { type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import type { Text } from '../schema/text.ts';
import { type MigrationFinding, migrationFinding, type Param } from './MigrationFinding.ts';
import { type ElementPair, mapElements } from './mapElements.ts';
import { noteChanges } from './noteChanges.ts';
import { VariableUse } from './VariableUse.ts';

export interface StepOfPlan {
  readonly key: string;
  readonly name: Text;
}

/** What a migration from one version of a pack to another means, whichever case it is. */
export interface MigrationOutline {
  /** Where each element goes on; what is not named here has no counterpart. */
  readonly pairs: readonly ElementPair[];
  /** User tasks of the old version, each with the one that takes its place, or null. */
  readonly steps: readonly (StepOfPlan & { readonly to: string | null })[];
  /** User tasks of the new version. */
  readonly targets: readonly StepOfPlan[];
  readonly findings: readonly MigrationFinding[];
  /** What the new process asks of a case on its way. */
  readonly use: VariableUse;
  /** What an element of the old process is called: a step as the pack names it. */
  readonly nameOf: (id: string) => Param;
}

interface Side {
  readonly files: PackFiles;
  readonly manifest: PackManifest;
  readonly graph: ProcessGraph;
  readonly decisions: readonly Decision[];
}

/** Why cases of a pack are not migrated at all, whichever they are. */
export function refusalOfPack(before: PackManifest, after: PackManifest): MigrationFinding[] {
  if (after.theme !== undefined || before.theme !== undefined) return [migrationFinding('themePack')];
  if (after.dispatch !== undefined || before.dispatch !== undefined)
    return [migrationFinding('dispatchPack')];
  if (before.department === after.department) return [];
  return [migrationFinding('departmentChanged', { from: before.department, to: after.department })];
}

/**
 * Compares two published versions of a pack for a migration. `generated` are the pairs that the engine finds by itself
 * (same id, same kind), `mapping` what the designer adds: old id → new id. Pure. Throws PackError or Error for files that
 * are no pack, which published ones never are.
 */
export async function outlineMigration(options: {
  before: PackFiles;
  after: PackFiles;
  generated: readonly { readonly from: string; readonly to: string }[];
  mapping: Readonly<Record<string, string>>;
}): Promise<MigrationOutline> {
  const [before, after] = await Promise.all([readSide(options.before), readSide(options.after)]);
  const { pairs, findings } = mapElements({
    before: before.graph,
    after: after.graph,
    generated: options.generated,
    mapping: options.mapping,
  });
  const target = new Map(pairs.map(({ from, to }) => [from, to]));
  const steps = stepsOf(before).map((step) => ({ ...step, to: target.get(step.key) ?? null }));
  const gone = steps
    .filter(({ to }) => to === null)
    .map(({ key, name }) => migrationFinding('stepGone', { name }, key));
  const going = steps.flatMap(({ key, to }) => (to === null ? [] : [{ from: key, to }]));
  return {
    pairs,
    steps,
    targets: stepsOf(after),
    findings: [...findings, ...gone, ...(await noteChanges({ before, after, steps: going }))],
    use: new VariableUse(after.graph, after.manifest, after.decisions),
    nameOf: (id) => {
      const key = id.replace(/#.*$/, '');
      return before.manifest.steps[key]?.name ?? (before.graph.nodes.get(key)?.name || id);
    },
  };
}

async function readSide(files: PackFiles): Promise<Side> {
  const [graph] = (await readBpmn(files[PROCESS] ?? '')).processes;
  if (graph === undefined) throw new Error('the pack has no process');
  const tables = Object.entries(files).filter(([path]) => path.endsWith('.dmn'));
  const decisions = await Promise.all(tables.map(([path, xml]) => readDmn(path, xml)));
  return { files, manifest: parsePack(files), graph, decisions: decisions.flat() };
}

function stepsOf({ graph, manifest }: Side): StepOfPlan[] {
  return [...graph.nodes.values()].flatMap(({ id, type }) => {
    const step = manifest.steps[id];
    return type === 'UserTask' && step !== undefined ? [{ key: id, name: step.name }] : [];
  });
}
