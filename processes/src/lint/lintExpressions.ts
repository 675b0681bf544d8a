import { elementOf, elementsOf, type FlowNode, textOf } from '../bpmn/readBpmn.ts';
import { variablesOf } from '../expression/evaluateExpression.ts';
import { type Expression, ExpressionError } from '../expression/parseExpression.ts';
import { readCondition, readTemplate } from '../expression/readTemplate.ts';
import { MANIFEST, PROCESS } from '../pack/packFiles.ts';
import { isClockName, readClockName } from '../schema/clockNames.ts';
import type { Text } from '../schema/text.ts';
import { declaredVariables } from './declaredVariables.ts';
import { type Finding, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { flowNameOf, nameOf } from './nameOf.ts';

/** Every expression keeps to the allow-list grammar and names declared variables only. */
export function lintExpressions(pack: PackUnderLint): Finding[] {
  const declared = declaredVariables(pack);
  const found: Finding[] = [];
  const check = (
    id: string,
    name: string | Text,
    text: string,
    read: (text: string) => Expression | Expression[],
    isDate = false,
  ) => {
    const place = { file: PROCESS, element: id };
    let expressions: Expression[];
    try {
      expressions = [read(text)].flat();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      found.push(finding('expressionRefused', place, { name, expression: text }));
      return;
    }
    for (const variable of new Set(expressions.flatMap(variablesOf))) {
      if (declared.has(variable)) continue;
      if (isClockName(variable)) {
        const known = readClockName(variable) !== undefined;
        if (!known || !isDate)
          found.push(
            finding(known ? 'clockNameElsewhere' : 'clockNameUnknown', place, {
              name,
              variable,
            }),
          );
      } else found.push(finding('variableUndeclared', place, { name, variable }));
    }
  };
  for (const flow of pack.process.flows) {
    if (flow.condition === null) continue;
    check(flow.id, flowNameOf(flow, pack.process), flow.condition, readCondition);
  }
  for (const node of pack.process.nodes.values()) {
    for (const text of [...attributesOf(node), ...timersOf(node, ['timeDuration', 'timeCycle'])])
      check(node.id, nameOf(node), text, readTemplate);
    for (const text of timersOf(node, ['timeDate'])) check(node.id, nameOf(node), text, readTemplate, true);
  }
  return [...found, ...lintTakenNames(pack)];
}

/** A variable of the pack under the name of a date of the case would be overwritten by it. */
function lintTakenNames({ manifest }: PackUnderLint): Finding[] {
  const own = [manifest.intakeVariables, ...Object.values(manifest.steps).map(({ variables }) => variables)];
  return own
    .flat()
    .filter(({ name }) => isClockName(name))
    .map(({ name }) => finding('clockNameTaken', { file: MANIFEST }, { variable: name }));
}

/** Texts of a node in which the engine evaluates `${…}`. */
export function templatesOf(node: FlowNode): string[] {
  return [...attributesOf(node), ...timersOf(node, ['timeDate', 'timeDuration', 'timeCycle'])];
}

function attributesOf(node: FlowNode): string[] {
  const attributes = [
    'candidateGroups',
    'candidateUsers',
    'assignee',
    'dueDate',
    'followUpDate',
    'priority',
    'decisionRef',
  ];
  return attributes.map((name) => textOf(node.element, `camunda:${name}`)).filter((text) => text !== '');
}

function timersOf(node: FlowNode, properties: readonly string[]): string[] {
  return elementsOf(node.element, 'eventDefinitions')
    .filter(({ $type }) => $type === 'bpmn:TimerEventDefinition')
    .flatMap((definition) => properties.flatMap((property) => elementOf(definition, property) ?? []))
    .map((expression) => textOf(expression, 'body'))
    .filter((text) => text !== '');
}
