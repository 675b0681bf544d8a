import type { FlowNode, ProcessGraph } from '../bpmn/readBpmn.ts';
import {
  evaluateExpression,
  literalsComparedWith,
  type Value,
  variablesOf,
} from '../expression/evaluateExpression.ts';
import { type Expression, ExpressionError } from '../expression/parseExpression.ts';
import { readCondition } from '../expression/readTemplate.ts';
import { PROCESS } from '../pack/packFiles.ts';
import { declaredVariables } from './declaredVariables.ts';
import { type Finding, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { flowNameOf, nameOf } from './nameOf.ts';

const branching = ['ExclusiveGateway', 'InclusiveGateway'];
/** Beyond this many combinations of values a default flow is asked for. */
const MAX_CASES = 256;

/** Every diverging gateway has a way out whatever happens, and every outcome of a step is told apart by one. */
export function lintGateways(pack: PackUnderLint): Finding[] {
  const gateways = [...pack.process.nodes.values()].filter(isDiverging);
  return [...gateways.flatMap((gateway) => lintGateway(gateway, pack)), ...lintOutcomes(pack)];
}

function isDiverging(node: FlowNode): boolean {
  return branching.includes(node.type) && node.outgoing.length > 1;
}

function lintGateway(gateway: FlowNode, pack: PackUnderLint): Finding[] {
  const name = nameOf(gateway);
  const found: Finding[] = [];
  const outcomes = [...new Set(stepsBefore(gateway, pack.process).flatMap((id) => outcomesOf(id, pack)))];
  const conditions: Expression[] = [];
  for (const flow of gateway.outgoing) {
    if (flow.id === gateway.defaultFlow) continue;
    if (flow.condition === null) {
      found.push(
        finding(
          'conditionMissing',
          { file: PROCESS, element: flow.id },
          { name, flow: flowNameOf(flow, pack.process) },
        ),
      );
      continue;
    }
    const condition = parsed(flow.condition);
    if (!condition) return found;
    conditions.push(condition);
    for (const outcome of literalsComparedWith(condition, 'outcome')) {
      if (outcomes.includes(String(outcome))) continue;
      found.push(
        finding('outcomeUnknown', { file: PROCESS, element: flow.id }, { name, outcome: String(outcome) }),
      );
    }
  }
  if (gateway.defaultFlow !== null || found.some(({ code }) => code === 'conditionMissing')) return found;
  const open = caseWithoutWay(conditions, new Map([...declaredVariables(pack), ['outcome', outcomes]]));
  if (open === null) return found;
  const texts = Object.entries(open).map(([variable, value]) => `${variable} = ${value}`);
  const params = {
    name,
    case: texts.join('、') || '条件都不成立',
    caseEn: texts.join(', ') || 'no condition holds',
  };
  return [...found, finding('gatewayNotExhaustive', { file: PROCESS, element: gateway.id }, params)];
}

/** Values with which no condition holds; `{}` when they cannot be listed; null when there is always a way. */
function caseWithoutWay(
  conditions: readonly Expression[],
  values: ReadonlyMap<string, readonly Value[] | null>,
): Record<string, Value> | null {
  let cases: Record<string, Value>[] = [{}];
  for (const variable of new Set(conditions.flatMap(variablesOf))) {
    const domain = values.get(variable);
    if (!domain || cases.length * domain.length > MAX_CASES) return {};
    cases = cases.flatMap((known) => domain.map((value) => ({ ...known, [variable]: value })));
  }
  return (
    cases.find((known) => !conditions.some((condition) => evaluateExpression(condition, known) === true)) ??
    null
  );
}

/** User tasks from which a token comes to the node without another user task between. */
function stepsBefore(node: FlowNode, graph: ProcessGraph): string[] {
  const seen = new Set<string>();
  const steps: string[] = [];
  const open = node.incoming.map(({ source }) => source);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const before = graph.nodes.get(id);
    if (before?.type === 'UserTask') steps.push(id);
    else open.push(...(before?.incoming ?? []).map(({ source }) => source));
  }
  return steps;
}

function outcomesOf(step: string, { manifest }: PackUnderLint): string[] {
  return manifest.steps[step]?.outcomes.map(({ key }) => key) ?? [];
}

function lintOutcomes(pack: PackUnderLint): Finding[] {
  const steps = Object.values(pack.manifest.steps);
  return Object.entries(pack.manifest.steps).flatMap(([key, step]) => {
    const task = pack.process.nodes.get(key);
    if (!task || step.outcomes.length < 2) return [];
    // Whether a limit is extended or not is told by its effect.
    if (step.effects.some((effect) => 'extendLimit' in effect && effect.on !== undefined)) return [];
    // The conclusion of a meeting binds the decision itself.
    if (pack.manifest.joint.some(({ dissentMeeting }) => dissentMeeting.step === key)) return [];
    // That of the chair of a panel is kept with the panel and read by who decides.
    if (steps.some(({ panel }) => panel?.members?.chairStep === key)) return [];
    const set = step.effects.flatMap((effect) =>
      'dispatch' in effect ? (effect.dispatch.variable ?? []) : [],
    );
    const telling = new Set(['outcome', 'decision', ...step.variables.map(({ name }) => name), ...set]);
    for (const { variable, opinions } of pack.manifest.joint)
      if (opinions.some((opinion) => opinion.step === key)) telling.add(variable);
    const gateway = nextGateway(task, pack.process);
    const named = (gateway?.outgoing ?? []).flatMap(({ condition }) => {
      const expression = condition === null ? null : parsed(condition);
      return expression ? variablesOf(expression) : [];
    });
    if (named.some((name) => telling.has(name))) return [];
    if (step.panel?.members && named.includes(step.panel.members.variable)) return [];
    return [finding('outcomesIgnored', { file: PROCESS, element: key }, { name: nameOf(task) })];
  });
}

/** The first gateway that branches after a task, with no user task between. */
function nextGateway(task: FlowNode, graph: ProcessGraph): FlowNode | null {
  const seen = new Set<string>();
  let node: FlowNode | undefined = task;
  while (node && !seen.has(node.id)) {
    seen.add(node.id);
    const [flow, ...others]: FlowNode['outgoing'] = node.outgoing;
    const next: FlowNode | undefined = flow && others.length === 0 ? graph.nodes.get(flow.target) : undefined;
    if (next && isDiverging(next)) return next;
    if (next?.type === 'UserTask') return null;
    node = next;
  }
  return null;
}

function parsed(condition: string): Expression | null {
  try {
    return readCondition(condition);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
