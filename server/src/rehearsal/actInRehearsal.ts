import type { Act } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { ApiProblem, type Json } from '../client/apiClient.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { RehearsalRecord, RehearsalStart } from './model.ts';
import { onStage, ownRehearsal, recordOf, saveRecord } from './rehearsalStore.ts';
import { ScenarioOver } from './run.ts';
import { viewScene } from './viewScene.ts';

/**
 * Does one act in a rehearsal; the first one names where it starts. What the server refuses did not happen.
 * Throws AppError `rehearsalRefused` with the refusal's own code and field problems, `rehearsalTimeRefused`,
 * `rehearsalNotBegun`, `versionConflict` and `rehearsalOver`.
 */
export async function actInRehearsal(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  start?: RehearsalStart | undefined;
  startAt?: string | undefined;
  act: Act;
  expected: number | undefined;
  locale: Locale;
}) {
  const { app, actor, id, act, expected, locale } = input;
  const document = await ownRehearsal(app, actor, id);
  if (expected !== undefined && expected !== document.version) throw new AppError('versionConflict');
  const before = recordOf(app, document);
  const begins = before.steps.length === 0;
  const record: RehearsalRecord = {
    startAt: (begins ? input.startAt : undefined) ?? before.startAt,
    start: (begins ? input.start : undefined) ?? before.start,
    steps: before.steps,
  };
  if (record.start === null) throw new AppError('rehearsalNotBegun');
  return onStage(app, document, record, async (live) => {
    await live.stage.people.speak(locale);
    try {
      await live.act(act);
    } catch (error) {
      throw refusalOf(error, live.failures.at(-1));
    }
    const saved = await saveRecord(app, document, { ...record, steps: [...record.steps, act] });
    return viewScene(saved, live);
  });
}

/** Takes acts back, this one and all after it: the others are played again. Throws AppError as `actInRehearsal` does. */
export async function takeBack(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  /** Position of the first act that did not happen, from 0. */
  from: number;
  expected: number | undefined;
}) {
  const { app, actor, id, from, expected } = input;
  const document = await ownRehearsal(app, actor, id);
  if (expected !== undefined && expected !== document.version) throw new AppError('versionConflict');
  const before = recordOf(app, document);
  const steps = before.steps.slice(0, from);
  const record = { ...before, steps, start: steps.length === 0 ? null : before.start };
  const saved = await saveRecord(app, document, record);
  return onStage(app, saved, record, (live) => viewScene(saved, live));
}

function refusalOf(error: unknown, last: { zh: string; en: string } | undefined): unknown {
  if (error instanceof ScenarioOver)
    return new AppError('rehearsalRefused', { params: { detail: last?.zh ?? '' }, extra: { refusal: last } });
  if (!(error instanceof ApiProblem)) return error;
  const { code, problem } = error;
  const errors = (problem['errors'] ?? []) as Json[];
  return new AppError('rehearsalRefused', {
    params: { detail: String(problem['detail'] ?? code) },
    problems: errors.map(({ path = '', pointer = '', message = '', rule = '' }) => ({
      path: String(path),
      pointer: String(pointer),
      message: { 'zh-CN': String(message), en: String(message) },
      rule: String(rule),
    })),
    extra: { refusal: code },
  });
}
