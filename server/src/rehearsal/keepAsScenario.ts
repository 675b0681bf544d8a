import { shanghaiDay } from '@onewindow/clocks';
import { type Act, type Expectation, groupPath, writeScenario } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { Json } from '../client/apiClient.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { LiveRehearsal } from './LiveRehearsal.ts';
import type { RehearsalRecord } from './model.ts';
import { readDocuments, readList, readNotices } from './readOutcome.ts';
import { readVisits } from './readPath.ts';
import { onStage, ownRehearsal, recordOf } from './rehearsalStore.ts';
import type { Run } from './run.ts';
import { casesOf } from './themeActs.ts';
import { viewerOf } from './viewer.ts';

/**
 * The text of a scenario that does what was done in a rehearsal and expects what came of it: who had what to do after
 * each act, and at the end state, dates, documents, notices, decision and path. It is stored nowhere.
 * Throws AppError `rehearsalNotBegun`, `rehearsalOver`.
 */
export async function keepAsScenario(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  name: Text;
}): Promise<string> {
  const { app, actor, id, name } = input;
  const document = await ownRehearsal(app, actor, id);
  const record = recordOf(app, document);
  return onStage(app, document, record, async (live) => {
    const { run, done } = live;
    if (run === null || record.start === null || done.length === 0) throw new AppError('rehearsalNotBegun');
    return writeScenario({
      schemaVersion: 1,
      name,
      ...startOf(record),
      steps: done.map(({ act, next }) => ({ ...written(act), ...(act.act === 'wait' ? {} : { next }) })),
      ...(await outcomeOf(live, run)),
    });
  });
}

function startOf({ startAt, start }: RehearsalRecord): Json {
  const { operation, window, applicant, credit, agent, area, licenses, license, form, materials } =
    start ?? {};
  const plain = materials?.provide === 'all' && Object.keys(materials.held).length === 0;
  return {
    operation,
    startAt,
    window,
    applicant,
    credit,
    agent,
    area,
    licenses,
    license,
    form,
    materials: plain ? undefined : materials,
  };
}

/** Without what the format fills in by itself. */
function written(act: Act): Json {
  const { next: _next, expect: _expect, refused: _refused, ...rest } = act;
  return Object.fromEntries(Object.entries(rest).filter(([key, value]) => key !== 'person' || value !== 1));
}

async function outcomeOf(live: LiveRehearsal, run: Run): Promise<Json> {
  if (run.caseId === undefined) return {};
  if (live.loaded.pack.theme === undefined) return { expect: await expectedOf(live, run) };
  const [, ...items] = await casesOf(run);
  return { expectItems: Object.fromEntries(items.map(({ packCode, state }) => [packCode, { state }])) };
}

async function expectedOf(live: LiveRehearsal, run: Run): Promise<Expectation> {
  const view = await (await viewerOf(run)).get(`/cases/${run.caseId}`);
  const decision = (view['decision'] as Json | null)?.['kind'] as Expectation['decision'];
  const clocks = await readList(run, 'clocks');
  const latest = new Map(clocks.map((clock) => [String(clock['kind']), clock]));
  const notices = await readNotices(run);
  return {
    state: view['state'] as Expectation['state'],
    process: view['engineState'] as Expectation['process'],
    ...(decision === undefined ? {} : { decision }),
    clocks: Object.fromEntries(
      [...latest].map(([kind, { dueAt, state }]) => [
        kind,
        { due: shanghaiDay(new Date(String(dueAt))), state: state as 'running' },
      ]),
    ),
    documents: (await readDocuments(run)).map(({ kind }) => kind),
    ...(notices.length === 0 ? {} : { notices }),
    ...(decision === 'grant' ? await licenseOf(run) : {}),
    ...(await pathOf(live, run)),
  };
}

async function licenseOf(run: Run): Promise<Pick<Expectation, 'license'>> {
  const { app } = run.stage;
  const licenses = await app.models.licenses.find({ tenant: app.tenant, caseId: run.caseId ?? '' }).lean();
  const latest = licenses.sort((a, b) => a.versionNo - b.versionNo).at(-1);
  if (latest === undefined) return { license: 'none' };
  const { type, validFrom, validTo = 'none', state } = latest;
  return { license: { type, state, validFrom, validTo } };
}

async function pathOf(live: LiveRehearsal, run: Run): Promise<Pick<Expectation, 'path'>> {
  const passed = (await readVisits(run))
    .filter(({ type }) => !/gateway$|^multiInstanceBody$/i.test(type))
    .map(({ activityId }) => activityId);
  if (passed.length === 0) return {};
  return { path: await groupPath(live.files['process.bpmn'] ?? '', passed) };
}
