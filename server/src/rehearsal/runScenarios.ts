import { readScenarios } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { PackFile } from '../catalog/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import type { ScenarioRunDocument } from './model.ts';
import { playChosen } from './playChosen.ts';
import type { RehearsalHouse } from './RehearsalHouse.ts';

/** Minutes without a sign of life after which the copy that plays scenarios counts as dead. */
const deadAfter = 3;

/**
 * Has scenarios of unpublished files played, all of them when `keys` is left out; how they went is read with
 * `readScenarioRun`. Throws AppError `scenarioRunRunning` while the person's last ones are played, `scenarioNone`.
 */
export async function startScenarioRun(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  packCode: string;
  files: readonly PackFile[];
  keys?: readonly string[] | undefined;
}): Promise<ScenarioRunDocument> {
  const { app, actor, id, packCode, files, keys } = input;
  const { rehearsals: house } = app;
  if (house === undefined) throw new AppError('rehearsalsBusy', { params: { most: 0 } });
  const record = Object.fromEntries(files.map(({ path, text }) => [path, text]));
  const chosen = readScenarios(record).scenarios.filter(({ key }) => keys?.includes(key) ?? true);
  if (chosen.length === 0) throw new AppError('scenarioNone');
  const { tenant } = app;
  const before = await app.models.scenarioRuns.find({ tenant, userId: actor.id, state: 'running' }).lean();
  if (before.some((run) => stateOf(app, run as ScenarioRunDocument) === 'running'))
    throw new AppError('scenarioRunRunning');
  const now = app.time.now();
  const document: ScenarioRunDocument = {
    _id: id,
    schemaVersion: 1,
    tenant,
    packCode,
    userId: actor.id,
    state: 'running',
    total: chosen.length,
    failures: [],
    played: [],
    coverage: null,
    startedAt: now,
    aliveAt: now,
  };
  try {
    await app.models.scenarioRuns.insertMany([document]);
  } catch (error) {
    // The same request once more: it is under way.
    if (isDuplicateKey(error)) return readScenarioRun(app, actor, id);
    throw error;
  }
  void play(app, house, { id, packCode, files: record, keys: chosen.map(({ key }) => key) });
  return document;
}

/** A person's own run. Throws AppError `notFound`. */
export async function readScenarioRun(
  app: AppContext,
  actor: Actor,
  id: string,
): Promise<ScenarioRunDocument> {
  const found = await app.models.scenarioRuns
    .findOne({ _id: id, tenant: app.tenant, userId: actor.id })
    .lean();
  if (found === null) throw new AppError('notFound');
  return found as ScenarioRunDocument;
}

/** Running ones that give no sign of life have failed. */
export function stateOf(
  app: AppContext,
  { state, aliveAt }: ScenarioRunDocument,
): ScenarioRunDocument['state'] {
  const silent = app.time.now().getTime() - aliveAt.getTime() > deadAfter * 60_000;
  return state === 'running' && silent ? 'failed' : state;
}

/** Plays them and writes down how each went as soon as it is over. Never throws: what goes wrong stands in the run. */
async function play(
  app: AppContext,
  house: RehearsalHouse,
  run: { id: string; packCode: string; files: Record<string, string>; keys: readonly string[] },
): Promise<void> {
  const { id } = run;
  const { scenarioRuns } = app.models;
  try {
    await house.once(async (stage) => {
      const { failures, coverage } = await playChosen({
        app,
        stage,
        ...run,
        onPlayed: async (played) => {
          await scenarioRuns.updateOne({ _id: id }, { $push: { played }, $set: { aliveAt: app.time.now() } });
        },
      });
      // Told before the stage is cleared away, which takes seconds.
      await scenarioRuns.updateOne({ _id: id }, { $set: { state: 'done', failures, coverage } });
    });
  } catch (error) {
    const said = error instanceof AppError ? error.both() : new AppError('internal').both();
    app.log.warn({ err: error, run: id }, 'scenarios were not played');
    const failures = [{ code: 'packRefused', file: '', line: 1, path: '', zh: said['zh-CN'], en: said.en }];
    await scenarioRuns.updateOne({ _id: id }, { $set: { state: 'failed', failures } }).catch(() => undefined);
  }
}
