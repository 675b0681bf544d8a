import type { MigrationPlan } from '@onewindow/engine';
import {
  isBlocking,
  type MigrationFinding,
  type MigrationOutline,
  migrationFinding,
  outlineMigration,
  refusalOfPack,
} from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { PackVersionDocument } from '../catalog/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { LimitChoice } from './model.ts';

/** What is to be migrated, as the designer says it. */
export interface MigrationWish {
  packCode: string;
  from: number;
  to: number;
  /** Old element → new element. */
  mapping: Readonly<Record<string, string>>;
  limits: LimitChoice;
}

/** A pair of versions looked at for a migration. */
export interface PlannedPair {
  readonly wish: MigrationWish;
  readonly before: LoadedPack;
  readonly after: LoadedPack;
  /** Undefined where the pack is of a kind that is not migrated at all. */
  readonly outline: MigrationOutline | undefined;
  readonly plan: MigrationPlan;
  readonly findings: readonly MigrationFinding[];
}

/**
 * Compares the two versions and asks the engine which elements it maps and whether it can follow the whole plan. Changes
 * nothing. Throws AppError `itemUnknown` for a version that does not exist, EngineError when the engine is away.
 */
export async function planPair(app: AppContext, wish: MigrationWish): Promise<PlannedPair> {
  const { packCode, from, to, mapping } = wish;
  const [before, after] = await Promise.all([
    app.packs.version(packCode, from),
    app.packs.version(packCode, to),
  ]);
  const ends = {
    sourceProcessDefinitionId: before.definitionId,
    targetProcessDefinitionId: after.definitionId,
  };
  const refused = [...refusalOfPack(before.pack, after.pack), ...(await retirementOf(app, packCode, to))];
  if (refused.some(({ code }) => code === 'themePack'))
    return {
      wish,
      before,
      after,
      outline: undefined,
      plan: { ...ends, instructions: [] },
      findings: refused,
    };
  const generated = await app.engine.generateMigration(before.definitionId, after.definitionId);
  const outline = await outlineMigration({
    before: Object.fromEntries(before.files),
    after: Object.fromEntries(after.files),
    generated: generated.instructions.map(({ sourceActivityIds: [source], targetActivityIds: [target] }) => ({
      from: source ?? '',
      to: target ?? '',
    })),
    mapping,
  });
  const plan: MigrationPlan = {
    ...ends,
    instructions: outline.pairs.map(({ from: source, to: target, updateTrigger }) => ({
      sourceActivityIds: [source],
      targetActivityIds: [target],
      updateEventTrigger: updateTrigger,
    })),
  };
  const findings = [...refused, ...outline.findings];
  const sound = !findings.some(isBlocking);
  return {
    wish,
    before,
    after,
    outline,
    plan,
    findings: sound ? [...findings, ...(await engineFindings(app, plan))] : findings,
  };
}

/** A version that begins no cases takes none over. */
async function retirementOf(app: AppContext, packCode: string, version: number): Promise<MigrationFinding[]> {
  const entry = (await app.models.packVersions
    .findOne({ tenant: app.tenant, packCode, version })
    .lean()) as PackVersionDocument | null;
  return entry?.retired === undefined ? [] : [migrationFinding('targetRetired', { version })];
}

/** What the engine says against the plan, at the element that it names. */
async function engineFindings(app: AppContext, plan: MigrationPlan): Promise<MigrationFinding[]> {
  const { instructionReports } = await app.engine.validateMigration(plan);
  return instructionReports.map(({ instruction, failures }) => {
    const [from = ''] = instruction.sourceActivityIds;
    const [to = ''] = instruction.targetActivityIds;
    return migrationFinding('engineRefuses', { from, to, reason: failures.join(' ') }, from);
  });
}
