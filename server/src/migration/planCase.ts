import { createHash } from 'node:crypto';
import { isBlocking, type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { ClockDocument } from '../clocks/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { findObstacles } from './findObstacles.ts';
import { fitApplication } from './fitApplication.ts';
import { fitProcedures } from './fitProcedures.ts';
import { fitProcess } from './fitProcess.ts';
import { fitTasks } from './fitTasks.ts';
import { type ClockMove, planClocks } from './planClocks.ts';
import type { PlannedPair } from './planPair.ts';

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
