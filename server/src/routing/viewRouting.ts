import { type Decision, readDmn } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { unroutedQueue } from '../unrouted/unroutedQueue.ts';
import { routedBy } from './routedBy.ts';
import { routingWords } from './routingWords.ts';

/**
 * How the engine has routed a case: each decision table that it evaluated with the values it saw, the rows that matched and
 * what they answered; and where each open task is. From the engine's own history, which names rules by id.
 * Throws EngineError when the engine is away.
 */
export async function viewRouting(app: AppContext, actor: Actor, subject: CaseDocument) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const instance = subject.engine.processInstanceId;
  const [history, decisions, tasks] = await Promise.all([
    instance === undefined ? [] : app.engine.listHistoricDecisions({ processInstanceId: instance }),
    decisionsOf(loaded),
    app.models.tasks.find({ tenant: app.tenant, caseId: subject._id, active: true }).lean(),
  ]);
  const mayRoute =
    actor.roles.includes('supervisor') ||
    (actor.roles.includes('head') && actor.department.id === subject.departmentId);
  const words = routingWords(loaded, {
    operation: subject.operation,
    departmentName: (id) => app.organisation.findDepartment(id)?.name,
  });
  return {
    decisions: history
      .map((entry) => {
        const table = decisions.find(({ id }) => id === entry.decisionDefinitionKey)?.table ?? null;
        const expressionAt = (at: number, heading: string | null) => {
          const named = table?.columns.findIndex(({ label }) => label === heading) ?? -1;
          return table?.inputs[named < 0 ? at : named] ?? '';
        };
        const ids = [...new Set(entry.outputs.map(({ ruleId }) => ruleId))];
        return {
          id: entry.id,
          name: entry.decisionDefinitionName ?? entry.decisionDefinitionKey,
          at: new Date(entry.evaluationTime).toISOString(),
          inputs: entry.inputs.map(({ clauseName, value }, at) => ({
            label: words.heading(expressionAt(at, clauseName), clauseName ?? table?.columns[at]?.label ?? ''),
            value: words.value(expressionAt(at, clauseName), value),
          })),
          rows: table?.rules.length ?? 0,
          matched: ids.map((ruleId) => {
            const at = table?.rules.findIndex(({ id }) => id === ruleId) ?? -1;
            const rule = table?.rules[at];
            return {
              row: at + 1,
              description: rule?.description ?? '',
              conditions: (rule?.inputs ?? []).map((text, column) => ({
                label: words.heading(table?.inputs[column] ?? '', table?.columns[column]?.label ?? ''),
                text: words.condition(table?.inputs[column] ?? '', text),
              })),
              outputs: entry.outputs
                .filter((output) => output.ruleId === ruleId)
                .map(({ clauseName, value }) => ({
                  label: clauseName ?? '',
                  value: words.value('', value),
                })),
            };
          }),
        };
      })
      .sort((left, right) => left.at.localeCompare(right.at)),
    tasks: await Promise.all(
      (tasks as TaskDocument[]).map(async (task) => {
        const routable = task.reserved !== true && (await routedBy(loaded, task.stepKey)) !== undefined;
        return {
          id: task._id,
          stepName: task.stepName,
          department: departmentRef(app, task.departmentId),
          unrouted: task.departmentId === unroutedQueue,
          returned: viewReturn(app, task),
          mayReroute:
            mayRoute && routable && task.departmentId !== unroutedQueue && task.state !== 'completing',
        };
      }),
    ),
    departments: mayRoute
      ? app.organisation.departments().map(({ departmentId, name }) => ({ id: departmentId, name }))
      : [],
  };
}

/** Who returned a task as wrongly routed, why, and where to instead; null for one that nobody returned. */
export function viewReturn(app: AppContext, { misrouted }: Pick<TaskDocument, 'misrouted'>) {
  if (misrouted === undefined) return null;
  return {
    at: misrouted.at.toISOString(),
    department: departmentRef(app, misrouted.by.departmentId),
    reason: misrouted.reason,
    suggested: misrouted.suggested === undefined ? null : departmentRef(app, misrouted.suggested),
  };
}

async function decisionsOf(loaded: LoadedPack): Promise<Decision[]> {
  const files = [...loaded.files].filter(([path]) => path.endsWith('.dmn'));
  return (await Promise.all(files.map(([path, text]) => readDmn(path, text)))).flat();
}
