import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, type PackEditor } from '../bpmn/PackEditor.ts';
import type { Locale } from '../model/packFiles.ts';
import { orderSteps } from './orderSteps.ts';

/** One step of the process as the plan sees it. */
export interface StepOfPlan {
  readonly key: string;
  readonly name: string;
  /** As pack.yaml has it. */
  readonly limit: unknown;
  /** Keys of the steps that come right before it; a way back is left out. */
  readonly after: readonly string[];
  readonly decides: boolean;
  /** Special procedures that it begins or ends. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

interface RawStep {
  readonly name?: Readonly<Record<Locale, string>>;
  readonly limit?: unknown;
  readonly decision?: boolean;
  readonly effects?: unknown;
}

/** The steps of pack.yaml in the order in which a case meets them. */
export function stepGraph(editor: PackEditor, locale: Locale): StepOfPlan[] {
  const steps = (editor.manifest.steps ?? {}) as Readonly<Record<string, RawStep>>;
  const tasks = orderSteps(
    editor.service('elementRegistry').filter(({ type, parent }) => type !== 'label' && parent !== undefined),
  ).filter(({ type }) => type === 'bpmn:UserTask');
  const rank = new Map(tasks.map(({ id }, at) => [id, at]));
  return tasks.map((task, at) => {
    const step = steps[task.id] ?? {};
    return {
      key: task.id,
      name: step.name?.[locale] || attribute(task, 'name') || task.id,
      limit: step.limit,
      after: tasksBefore(task).filter((id) => (rank.get(id) ?? Number.MAX_SAFE_INTEGER) < at),
      decides: step.decision === true,
      begins: proceduresOf(step.effects, 'startSpecialProcedure'),
      ends: proceduresOf(step.effects, 'endSpecialProcedure'),
    };
  });
}

/** User tasks from which a case comes here without another between; a boundary event counts as its task. */
function tasksBefore(task: BpmnElement): string[] {
  const found: string[] = [];
  const seen = new Set<BpmnElement>();
  const open = task.incoming.map(({ source }) => source);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (seen.has(element)) continue;
    seen.add(element);
    const host = (element as { host?: BpmnElement }).host;
    if (element.type === 'bpmn:UserTask') found.push(element.id);
    else if (host !== undefined) open.push(host);
    else open.push(...element.incoming.map(({ source }) => source));
  }
  return found;
}

function proceduresOf(effects: unknown, kind: string): string[] {
  if (!Array.isArray(effects)) return [];
  return effects.flatMap((effect: unknown) => {
    const value = (effect as Record<string, { procedure?: unknown } | undefined> | null)?.[kind];
    return typeof value?.procedure === 'string' ? [value.procedure] : [];
  });
}
