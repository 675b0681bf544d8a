import { createHash } from 'node:crypto';
import { parseSource } from '@onewindow/processes';
import {
  isBlocking,
  type MigrationFinding,
  type MigrationOutline,
  migrationFinding,
} from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { ClockDocument } from '../clocks/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { findObstacles } from './findObstacles.ts';
import { fitApplication } from './fitApplication.ts';
import { fitProcedures } from './fitProcedures.ts';
import { fitTasks } from './fitTasks.ts';
import { type ClockMove, planClocks } from './planClocks.ts';
import type { PlannedPair } from './planPair.ts';
import { readPlace } from './readPlace.ts';

type Variables = Record<string, string | number | boolean>;

/** What a migration means for one case. */
export interface CasePlan {
  readonly subject: CaseDocument;
  /** Open tasks with the step of the new version; `to` is null where it has none. */
  readonly tasks: readonly { readonly task: TaskDocument; readonly to: string | null }[];
  readonly clocks: readonly ClockMove[];
  /** Variables that the engine's instance is given along. */
  readonly variables: Variables;
  readonly findings: readonly MigrationFinding[];
  readonly fits: boolean;
  /** SHA-256 of all of this: equal while nothing of it has changed. */
  readonly digest: string;
}

/**
 * Looks at one case for a migration: where it stands, whether its application and open tasks fit the new forms, what the
 * new process will ask for, which clocks change. Changes nothing. Throws EngineError when the engine is away.
 */
export async function planCase(app: AppContext, pair: PlannedPair, subject: CaseDocument): Promise<CasePlan> {
  const { outline, wish } = pair;
  const obstacles = await findObstacles(app, subject, wish);
  if (outline === undefined || obstacles.length > 0) return settle({ subject, findings: obstacles });
  if (pair.after.pack.operations.every(({ key }) => key !== subject.operation))
    return settle({
      subject,
      findings: [migrationFinding('operationGone', { operation: subject.operation })],
    });
  const [tasks, clocks, fresh] = await Promise.all([
    app.models.tasks.find({ tenant: app.tenant, caseId: subject._id, active: true }).sort({ _id: 1 }).lean(),
    app.models.clocks.find({ tenant: app.tenant, caseId: subject._id }).lean(),
    readEngineVariables({ app, subject: { ...subject, packVersion: pair.after.version } }),
  ]);
  const target = new Map(outline.pairs.map(({ from, to }) => [from, to]));
  const placed = tasks.map((task) => ({ task: task as TaskDocument, to: target.get(task.stepKey) ?? null }));
  const moving = placed.flatMap(({ task, to }) => (to === null ? [] : [{ task, step: to }]));
  const engine = await fitProcess({ app, subject, pair, outline, fresh: fresh.variables, target });
  const limits = await planClocks({
    app,
    subject,
    after: pair.after,
    clocks: clocks as ClockDocument[],
    tasks: moving,
    limits: wish.limits,
    now: app.time.now(),
  });
  const findings = [
    ...engine.findings,
    ...(await fitApplication(app, subject, pair)),
    ...(await fitTasks({
      app,
      subject,
      pair,
      tasks: tasks as TaskDocument[],
      target: (key) => target.get(key),
    })),
    ...fitProcedures({ subject, pair, clocks: clocks as ClockDocument[], variables: fresh.variables }),
    ...limits.findings,
  ];
  return settle({ subject, findings, tasks: placed, clocks: limits.moves, variables: engine.variables });
}

/** Whether every place of the case leads on, and whether the new process will have what it asks for on the way. */
async function fitProcess(options: {
  app: AppContext;
  subject: CaseDocument;
  pair: PlannedPair;
  outline: MigrationOutline;
  /** Start variables as the new version reads them. */
  fresh: Variables;
  target: ReadonlyMap<string, string>;
}): Promise<{ findings: MigrationFinding[]; variables: Variables }> {
  const { app, subject, pair, outline, fresh, target } = options;
  // Not accepted yet: its process will be started as the new version says.
  if (subject.engine.state === 'none') return { findings: [], variables: {} };
  const place = await readPlace(app, subject);
  if (place.definitionId !== pair.before.definitionId)
    return { findings: [migrationFinding('engineElsewhere', { from: pair.wish.from })], variables: {} };
  const lost = place.elements.filter((id) => !target.has(id));
  const at = place.elements.flatMap((id) => target.get(id)?.replace(/#.*$/, '') ?? []);
  const added = Object.entries(fresh).filter(([name]) => !place.variables.has(name));
  const known = new Set([...place.variables, ...added.map(([name]) => name)]);
  return {
    findings: [
      ...lost.map((id) => migrationFinding('placeGone', { name: outline.nameOf(id) }, id)),
      ...outline.use.missing(at, known),
      ...added.map(([variable]) => migrationFinding('variableAdded', { variable }, variable)),
      ...(lost.length > 0 ? [] : await licenseSources(app, subject, pair, outline.use.ahead(at))),
    ],
    variables: Object.fromEntries(added),
  };
}

/** Steps from which the new license takes facts and which the case has neither done nor will come to. */
async function licenseSources(
  app: AppContext,
  subject: CaseDocument,
  { after }: PlannedPair,
  ahead: ReadonlySet<string>,
): Promise<MigrationFinding[]> {
  if (subject.decision !== undefined) return [];
  const wanted = new Set(
    Object.values(after.pack.license?.fields ?? {}).flatMap(({ from }) => parseSource(from).step ?? []),
  );
  const open = [...wanted].filter((step) => !ahead.has(step));
  if (open.length === 0) return [];
  const done = await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, { stepKey: 1 })
    .lean();
  return open
    .filter((step) => done.every(({ stepKey }) => stepKey !== step))
    .map((step) =>
      migrationFinding('licenseSourceMissing', { name: after.pack.steps[step]?.name ?? step }, step),
    );
}

function settle(
  found: Pick<CasePlan, 'subject' | 'findings'> & Partial<Pick<CasePlan, 'tasks' | 'clocks' | 'variables'>>,
): CasePlan {
  const { subject, findings, tasks = [], clocks = [], variables = {} } = found;
  const said = {
    state: subject.state,
    tasks: tasks.map(({ task, to }) => [task._id, task.stepKey, to]),
    clocks,
    variables,
    findings: findings.map(({ code, element, en }) => [code, element ?? '', en]),
  };
  return {
    subject,
    tasks,
    clocks,
    variables,
    findings,
    fits: !findings.some(isBlocking),
    digest: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
  };
}
