import { shanghaiTime } from '@onewindow/clocks';
import { coverPack } from '@onewindow/processes';
import { departmentRef } from '../cases/viewCase.ts';
import type { Json } from '../client/apiClient.ts';
import { clerkOf } from './intakeActs.ts';
import type { LiveRehearsal } from './LiveRehearsal.ts';
import type { RehearsalDocument } from './model.ts';
import { nextDeadline } from './passTime.ts';
import { readWay } from './readPath.ts';
import type { Run } from './run.ts';
import { openTasks } from './taskActs.ts';
import { casesOf } from './themeActs.ts';
import { viewerOf } from './viewer.ts';

/** What the person sees of a rehearsal: the case as the API of the stage shows it, who has what to do, what was done. */
export async function viewScene(document: RehearsalDocument, live: LiveRehearsal) {
  const { stage, loaded, run, done, failures, files } = live;
  const { pack } = loaded;
  const base = {
    id: document._id,
    packCode: document.packCode,
    version: document.version,
    now: shanghaiTime(stage.time.now()),
    operations: pack.operations.map(({ key, name }) => ({ key, name })),
    kind: pack.theme !== undefined ? 'theme' : pack.dispatch !== undefined ? 'dispatch' : 'approval',
    /** Where a report of a dispatch may come from. */
    sources: (pack.dispatch?.sources ?? []).map(({ key, name }) => ({ key, name })),
    acts: await Promise.all(done.map(({ act, at }) => viewAct(live, act, at))),
    failures: failures.map(({ zh, en }) => ({ 'zh-CN': zh, en })),
  };
  if (run === null || run.caseId === undefined) return { ...base, case: null, ...nothing };
  const viewer = await viewerOf(run);
  const get = async (path: string) => viewer.get(`/cases/${run.caseId}${path}`);
  const items = async (path: string) => (await get(path))['items'] as Json[];
  const way = await readWay(run);
  return {
    ...base,
    case: await get(''),
    tasks: await tasksOf(run),
    clocks: await items('/clocks'),
    documents: (await items('/documents')).map(({ id, kind, number, title, issuedAt }) => ({
      id,
      kind,
      number,
      title,
      issuedAt,
    })),
    events: await items('/events'),
    owes: pack.fees.length > 0 && (await owesFees(run)),
    path: pack.theme === undefined ? withoutTimes(await get('/path')) : null,
    /** A theme has no process of its own: where each of its items stands. */
    theme: pack.theme === undefined ? null : await get('/theme'),
    next: await nextOf(run),
    coverage: await coverPack(files, [way]),
  };
}

const nothing = {
  tasks: [],
  clocks: [],
  documents: [],
  events: [],
  owes: false,
  path: null,
  theme: null,
  next: null,
  coverage: null,
};

async function viewAct(
  { loaded, run }: LiveRehearsal,
  act: LiveRehearsal['done'][number]['act'],
  at: string,
) {
  const { steps } = act.item === undefined || run === null ? loaded.pack : await packOfItem(run, act.item);
  const step = act.act === 'complete' ? steps[act.step] : undefined;
  const outcome =
    act.act === 'complete' ? step?.outcomes.find(({ key }) => key === act.outcome)?.name : undefined;
  return {
    act: act.act,
    at,
    step: step?.name ?? null,
    outcome: outcome ?? null,
    after: act.after ?? null,
    window: run === null ? null : departmentRef(run.stage.app, run.window).name,
  };
}

/** The pack that an item of a theme is played with. */
async function packOfItem(run: Run, item: string) {
  const { app } = run.stage;
  const found = (await casesOf(run)).find(({ packCode }) => packCode === item);
  return found === undefined
    ? { steps: {} as LiveRehearsal['loaded']['pack']['steps'] }
    : (await app.packs.version(found.packCode, found.packVersion)).pack;
}

async function tasksOf(run: Run) {
  const { app } = run.stage;
  const cases = await casesOf(run);
  const tasks = await Promise.all(
    cases.map(async ({ _id, packCode, itemName }) =>
      (await openTasks({ ...run, caseId: _id })).map((task) => ({
        id: task._id,
        /** The item of a theme whose case it is; null for the case itself. */
        item: _id === run.caseId ? null : packCode,
        itemName,
        stepKey: task.stepKey,
        stepName: task.stepName,
        department: departmentRef(app, task.departmentId),
        role: task.role,
        dueAt: task.stepDueAt?.toISOString() ?? null,
      })),
    ),
  );
  return tasks.flat();
}

/** Whether the applicant has something to pay. */
async function owesFees(run: Run): Promise<boolean> {
  const { items } = await (await clerkOf(run)).get(`/cases/${run.caseId}/bills`);
  return (items as Json[]).some(({ state }) => state === 'due');
}

/** The next minute at which something happens by itself. */
async function nextOf(run: Run): Promise<string | null> {
  const moment = await nextDeadline(run);
  if (moment === undefined) return null;
  const minute = Math.ceil(Math.max(moment.getTime(), run.stage.time.now().getTime()) / 60_000) * 60_000;
  return shanghaiTime(new Date(minute));
}

/** The engine's own times are not those of the rehearsal. */
function withoutTimes(path: Json): Json {
  const elements = (path['elements'] as Json[]).map((element) => ({ ...element, stays: [] }));
  return { ...path, elements };
}
