import { elementOf, elementsOf, type FlowNode, textOf } from '../bpmn/readBpmn.ts';
import { variablesOf } from '../expression/evaluateExpression.ts';
import { type Expression, ExpressionError } from '../expression/parseExpression.ts';
import { readCondition, readTemplate } from '../expression/readTemplate.ts';
import { PROCESS } from '../pack/packFiles.ts';
import { declaredVariables } from './declaredVariables.ts';
import { type Finding, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { nameOf } from './nameOf.ts';

/** Every expression keeps to the allow-list grammar and names declared variables only. */
export function lintExpressions(pack: PackUnderLint): Finding[] {
  const declared = declaredVariables(pack);
  const found: Finding[] = [];
  const check = (
    part: { id: string; name: string },
    text: string,
    read: (text: string) => Expression | Expression[],
  ) => {
    const place = { file: PROCESS, element: part.id };
    let expressions: Expression[];
    try {
      expressions = [read(text)].flat();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      found.push(finding('expressionRefused', place, { name: nameOf(part), expression: text }));
      return;
    }
    for (const variable of new Set(expressions.flatMap(variablesOf))) {
      if (!declared.has(variable))
        found.push(finding('variableUndeclared', place, { name: nameOf(part), variable }));
    }
  };
  for (const flow of pack.process.flows) {
    if (flow.condition === null) continue;
    const gateway = pack.process.nodes.get(flow.source);
    check(
      { id: flow.id, name: flow.name || (gateway ? nameOf(gateway) : '') },
      flow.condition,
      readCondition,
    );
  }
  for (const node of pack.process.nodes.values()) {
    for (const text of templatesOf(node)) check(node, text, readTemplate);
  }
  return found;
}

/** Texts of a node in which the engine evaluates `${…}`. */
export function templatesOf(node: FlowNode): string[] {
  const attributes = [
    'candidateGroups',
    'candidateUsers',
    'assignee',
    'dueDate',
    'followUpDate',
    'priority',
    'decisionRef',
  ];
  const texts = attributes.map((name) => textOf(node.element, `camunda:${name}`));
  for (const definition of elementsOf(node.element, 'eventDefinitions')) {
    if (definition.$type !== 'bpmn:TimerEventDefinition') continue;
    for (const property of ['timeDate', 'timeDuration', 'timeCycle']) {
      const expression = elementOf(definition, property);
      if (expression) texts.push(textOf(expression, 'body'));
    }
  }
  return texts.filter((text) => text !== '');
}
