import type { EngineTask, OpenTask, TaskDates } from '@onewindow/engine';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { assignNewTask } from '../assignment/assignNewTask.ts';
import { assignToSamePerson } from '../assignment/assignToSamePerson.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { restartStepClock } from '../clocks/restartStepClock.ts';
import { shownClocks } from '../clocks/shownClocks.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { areDates, taskDates } from '../clocks/taskDates.ts';
import { lapseCorrection } from '../commitment/verifyCommitment.ts';
import { takeReturning } from '../desk/takeReturning.ts';
import { noteDispatchTask } from '../dispatch/noteDispatchTask.ts';
import { lapseRequest } from '../hearing/lapseRequest.ts';
import { finishedKeyOf, type TaskDocument } from '../inbox/model.ts';
import { askOpinion } from '../joint/askOpinion.ts';
import type { MarkDone } from '../outbox/deliverOutbox.ts';
import { reserveTask } from '../panel/reserveTask.ts';
import { raiseUnrouted, unroutedQueue } from '../unrouted/unroutedQueue.ts';

/** A user task of the engine; its candidate groups where they were told with it. */
type TaskOfEngine = Pick<EngineTask, 'id' | 'taskDefinitionKey' | 'processInstanceId'> &
  Partial<Pick<OpenTask, 'candidateGroups' | 'due' | 'followUp'>>;

/** What the engine says of one case, after a command or found by the sync. */
export interface EngineState {
  processInstanceId: string;
  /** The user tasks that exist now. */
  tasks: readonly TaskOfEngine[];
  /** The process has come to its end. */
  ended: boolean;
}

/**
 * Brings case and task view in line with the engine: new tasks appear with their step clock, vanished ones are done.
 * Changes nothing when they agree already. Returns the case when something changed.
 * Throws AppError `versionConflict` when the case was changed since the engine was read.
 */
export async function recordTasks(options: {
  app: AppContext;
  caseId: string;
  state: EngineState;
  /** Version that the case had before the engine was read. */
  expectedVersion: number;
  actorName?: string;
  done?: MarkDone | undefined;
  /** The case in that version, when it was read whole. */
  known?: CaseDocument | undefined;
  /** Something has certainly happened to it since. */
  changed?: boolean;
  /** The process has just been started for the first time: the view has no task of it. */
  nothingRecorded?: boolean;
}): Promise<CaseDocument | undefined> {
  const { app, caseId, state, known, nothingRecorded = false } = options;
  if (options.changed !== true && (await agrees(app, caseId, state))) return undefined;
  const groups = await groupsOfNew(app, state.tasks, nothingRecorded);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: { kind: 'system', name: options.actorName ?? 'engine' },
    known,
    keepUpdatedAt: nothingRecorded,
    expectedVersion: options.expectedVersion,
    work: async (change) => {
      await applyState({ app, change, state: workedOn(change.subject, state), groups, nothingRecorded });
      await options.done?.(change.session);
    },
  });
  // Also those whose task has ended, so that it leaves their lists.
  const departmentIds = [
    ...new Set([...subject.departmentIds, ...[...groups.values()].map((group) => group.split(':')[1] ?? '')]),
  ];
  app.stream.publish({ type: 'task', tenant: app.tenant, caseId, departmentIds, at: app.time.now() });
  return subject;
}

/** Until the engine has cancelled what an appeal ended, it goes on telling tasks that nobody is to work on. */
function workedOn(subject: Pick<CaseDocument, 'decision'>, state: EngineState): EngineState {
  return isTakenBack(subject) ? { ...state, tasks: [] } : state;
}

async function applyState(options: {
  app: AppContext;
  change: CaseChange;
  state: EngineState;
  groups: ReadonlyMap<string, string>;
  nothingRecorded: boolean;
}): Promise<void> {
  const { app, change, state, groups } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  subject.engine = {
    state: state.ended ? 'ended' : 'started',
    processInstanceId: state.processInstanceId,
  };
  const known = options.nothingRecorded
    ? []
    : ((await app.models.tasks
        .find({ tenant: app.tenant, caseId: subject._id }, null, { session: change.session })
        .lean()) as TaskDocument[]);
  await endVanished(app, change, loaded, known, state);
  let datesDiffer = false;
  for (const task of state.tasks) {
    const entry = known.find((other) => other._id === task.id);
    if (entry === undefined) {
      const clock = await addTask(app, change, loaded, task, groups.get(task.id), options.nothingRecorded);
      datesDiffer ||= !showsDates(task, taskDates(clock, subject.clock));
    } else if (!entry.active) await reopenTask(app, change, entry);
  }
  if (datesDiffer) change.outbox({ destination: 'engine', type: 'setDates', payload: { tasks: true } });
  if (state.ended && subject.state !== 'withdrawn') await closeCase(app, change, loaded);
}

/** A task that came of a command has its dates already; one of a timer or a worker has not. */
function showsDates({ due, followUp }: TaskOfEngine, wanted: TaskDates): boolean {
  return due !== undefined && areDates({ due, followUp: followUp ?? null }, wanted);
}

async function agrees(app: AppContext, caseId: string, state: EngineState): Promise<boolean> {
  const subject = await app.models.cases
    .findOne({ _id: caseId, tenant: app.tenant }, { engine: 1, decision: 1 })
    .lean();
  if (subject?.engine.state !== (state.ended ? 'ended' : 'started')) return false;
  const active = await app.models.tasks.find({ tenant: app.tenant, caseId, active: true }, { _id: 1 }).lean();
  const wanted = new Set(workedOn(subject, state).tasks.map((task) => task.id));
  return active.length === wanted.size && active.every((task) => wanted.has(task._id));
}

async function endVanished(
  app: AppContext,
  change: CaseChange,
  loaded: LoadedPack,
  known: readonly TaskDocument[],
  state: EngineState,
): Promise<void> {
  const present = new Set(state.tasks.map((task) => task.id));
  for (const task of known) {
    if (!task.active || present.has(task._id)) continue;
    await app.models.tasks.updateOne(
      { _id: task._id },
      {
        $set: {
          state: 'done',
          active: false,
          endedAt: change.now,
          ...(task.assignee === undefined
            ? {}
            : { finishedKey: finishedKeyOf(task.assignee.id, change.now, task._id) }),
        },
      },
      { session: change.session },
    );
    if (task.state === 'completing') continue;
    await stopClocks({ app, change, kinds: ['step'], taskId: task._id });
    if (state.ended) continue;
    await lapseRequest({ app, change, loaded, step: task.stepKey });
    await lapseCorrection({ app, change, loaded, step: task.stepKey });
  }
}

/** Returns the clock of its step. */
async function addTask(
  app: AppContext,
  change: CaseChange,
  loaded: LoadedPack,
  task: TaskOfEngine,
  candidateGroup: string | undefined,
  nothingRecorded: boolean,
): Promise<ClockDocument | undefined> {
  const { subject, now } = change;
  const step = loaded.step(task.taskDefinitionKey);
  const wanted = parseGroup(candidateGroup);
  const known = app.organisation.findDepartment(wanted.departmentId) !== undefined;
  const group = known ? wanted : { ...wanted, departmentId: unroutedQueue };
  // A task that only the view had lost has kept its clock.
  const kept = nothingRecorded ? undefined : await change.clocks.ofTask(task.id);
  const { departmentId } = group;
  const watches =
    known && kept === undefined
      ? askOpinion({ subject, loaded, step: task.taskDefinitionKey, departmentId, now })
      : [];
  const clock =
    kept ??
    (await startClock({
      app,
      change,
      kind: 'step',
      // A step's clock starts where it can be worked on; those of the case go on.
      limit: known ? step.limit : undefined,
      startAt: now,
      departmentId,
      taskId: task.id,
      watches,
    }));
  const owner = reserveTask({ subject, loaded, step: task.taskDefinitionKey, taskId: task.id });
  const returning = owner === undefined ? await takeReturning(app, change, task, group, step) : {};
  const free = owner === undefined && returning.assignee === undefined && known && kept === undefined;
  const same = free
    ? await assignToSamePerson({
        app,
        change,
        step,
        task: { _id: task.id, stepKey: task.taskDefinitionKey, ...group },
      })
    : undefined;
  const appointed =
    free && same === undefined
      ? await assignNewTask({ app, change, step, taskId: task.id, stepKey: task.taskDefinitionKey, ...group })
      : undefined;
  const entry: TaskDocument = {
    _id: task.id,
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: subject._id,
    caseNo: subject.caseNo ?? '',
    packCode: subject.packCode,
    itemName: subject.itemName,
    operation: subject.operation,
    stepKey: task.taskDefinitionKey,
    stepName: step.name,
    departmentId: group.departmentId,
    role: group.role,
    batch: step.batch,
    decision: step.decision,
    ...(owner !== undefined
      ? { state: 'claimed', assignee: owner, reserved: true }
      : appointed !== undefined
        ? { state: 'claimed', assignee: appointed }
        : { state: 'open' }),
    ...same,
    ...returning,
    active: true,
    processInstanceId: task.processInstanceId,
    createdAt: now,
    ...shownClocks(subject, clock, task.id),
    applicantMasked: subject.applicantMasked,
    ...(subject.nameIndex === undefined ? {} : { nameIndex: subject.nameIndex }),
    ...(subject.holderIndex === undefined ? {} : { holderIndex: subject.holderIndex }),
    area: subject.area,
    touchedAt: new Date(),
  };
  await app.models.tasks.collection.insertOne(entry as never, {
    session: change.session,
    ignoreUndefined: true,
  });
  if (!known) {
    const lost = { id: task.id, step: entry.stepKey, wanted: wanted.departmentId };
    await raiseUnrouted(app, change, lost);
    change.event('stepUnrouted', { step: entry.stepKey });
    return clock;
  }
  if (!subject.departmentIds.includes(group.departmentId)) {
    subject.departmentIds = [...subject.departmentIds, group.departmentId];
  }
  await noteDispatchTask({
    app,
    change,
    loaded,
    stepKey: entry.stepKey,
    departmentId: group.departmentId,
  });
  change.event('stepStarted', { step: entry.stepKey, department: group.departmentId });
  return clock;
}

/** The engine says that a task exists which the view had ended: the engine is right, and the step's clock has run on. */
async function reopenTask(app: AppContext, change: CaseChange, entry: TaskDocument): Promise<void> {
  const { subject, session } = change;
  const clock = await restartStepClock({ app, change, taskId: entry._id });
  await app.models.tasks.updateOne(
    { _id: entry._id },
    entry.reserved === true
      ? {
          $set: { state: 'claimed', active: true, ...shownClocks(subject, clock, entry._id) },
          $unset: { endedAt: 1, finishedKey: 1 },
        }
      : {
          $set: { state: 'open', active: true, ...shownClocks(subject, clock, entry._id) },
          $unset: { assignee: 1, endedAt: 1, finishedKey: 1, onBehalfOf: 1 },
        },
    { session },
  );
  change.event('stepReopened', { step: entry.stepKey });
}

/** Where an item knows no decision, as a service handled elsewhere, what was promised is done with the end of its process. */
async function closeCase(app: AppContext, change: CaseChange, { pack }: LoadedPack): Promise<void> {
  const { subject } = change;
  subject.endedAt ??= change.now;
  if (!Object.values(pack.steps).some(({ decision }) => decision))
    await stopClocks({ app, change, kinds: ['statutory', 'promised'] });
  change.event('processEnded', {});
  if (subject.state === 'accepted' || subject.state === 'decided') subject.state = 'closed';
}

/** Candidate groups are `tenant:department:role` (architecture, "Keys decided now"). */
function parseGroup(group: string | undefined): { departmentId: string; role: string } {
  const [, departmentId, role] = group?.split(':') ?? [];
  if (departmentId === undefined || role === undefined)
    throw new Error(`task without a department queue: "${group}"`);
  return { departmentId, role };
}

/** The group that names a department: one that was sent there by hand has two. */
function pickGroup(app: AppContext, groups: readonly string[]): string {
  const known = groups.find((group) => app.organisation.findDepartment(group.split(':')[1] ?? ''));
  return known ?? groups[0] ?? '';
}

/** Candidate group of each task that the view does not know yet, by task id. */
async function groupsOfNew(
  app: AppContext,
  tasks: readonly TaskOfEngine[],
  nothingRecorded: boolean,
): Promise<Map<string, string>> {
  const told = tasks.every((task) => task.candidateGroups !== undefined);
  const known =
    nothingRecorded || told || tasks.length === 0
      ? []
      : await app.models.tasks
          .find({ tenant: app.tenant, _id: trusted({ $in: tasks.map((task) => task.id) }) }, { _id: 1 })
          .lean();
  const fresh = tasks.filter((task) => known.every((entry) => entry._id !== task.id));
  const groups = await Promise.all(
    fresh.map(async (task) => {
      const groups = task.candidateGroups ?? (await app.engine.getCandidateGroups(task.id));
      return [task.id, pickGroup(app, groups)] as const;
    }),
  );
  return new Map(groups);
}
