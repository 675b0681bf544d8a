import { textOf } from '../bpmn/readBpmn.ts';
import type { Decision } from '../dmn/readDmn.ts';
import { declaredVariables } from './declaredVariables.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { candidateGroupsPattern } from './lintUserTasks.ts';

const hitPolicies = ['UNIQUE', 'FIRST', 'ANY'];

/** Decision tables give exactly one value for every case, from declared variables, and name existing departments. */
export function lintDecisions(pack: PackUnderLint): Finding[] {
  const declared = declaredVariables(pack);
  return pack.decisions.flatMap((decision) => {
    const { name, table, file, id } = decision;
    const found: Finding[] = [];
    const add = (code: FindingCode, params: Record<string, string | number> = {}) =>
      found.push(finding(code, { file, element: id }, { name, ...params }));
    if (!decision.historyTimeToLive) add('historyTimeToLive');
    const results = resultVariables(decision, pack);
    const required = pack.decisions.some(({ requires }) => requires.includes(id));
    if (results.length === 0 && !required) add('decisionUnused');
    if (!table) return found;
    if (!hitPolicies.includes(table.hitPolicy)) add('dmnHitPolicy', { policy: table.hitPolicy });
    const output = table.outputs[0]?.name ?? '';
    if (table.outputs.length !== 1 || !output) add('dmnOutputs');
    for (const variable of results)
      if (output && variable !== output) add('dmnResultName', { output, variable });
    for (const input of table.inputs) {
      for (const variable of namesOf(input)) {
        if (!declared.has(variable) && !decision.requires.length) add('variableUndeclared', { variable });
      }
    }
    table.rules.forEach(({ inputs, outputs }, index) => {
      const complete = inputs.length === table.inputs.length && outputs.length === table.outputs.length;
      if (!complete || outputs.some((entry) => entry === '')) add('dmnRule', { row: index + 1 });
      for (const department of routesTo(results, pack) ? outputs.flatMap(literalOf) : []) {
        if (!pack.context.departments.includes(department)) add('departmentUnknown', { name: department });
      }
    });
    return found;
  });
}

function resultVariables({ id }: Decision, { process }: PackUnderLint): string[] {
  return [...process.nodes.values()]
    .filter(
      ({ element, type }) => type === 'BusinessRuleTask' && textOf(element, 'camunda:decisionRef') === id,
    )
    .map(({ element }) => textOf(element, 'camunda:resultVariable'));
}

/** Whether a result is the department of some step's candidate groups. */
function routesTo(results: readonly string[], { process }: PackUnderLint): boolean {
  return [...process.nodes.values()].some(({ element, type }) => {
    const variable =
      type === 'UserTask'
        ? candidateGroupsPattern.exec(textOf(element, 'camunda:candidateGroups'))?.[1]
        : undefined;
    return variable !== undefined && results.includes(variable);
  });
}

function literalOf(entry: string): string[] {
  const literal = /^"([^"]*)"$/.exec(entry)?.[1];
  return literal === undefined ? [] : [literal];
}

/** Names in a FEEL expression, strings, keywords and functions left out. */
function namesOf(expression: string): string[] {
  const words =
    expression.replace(/"[^"]*"/g, ' ').match(/[A-Za-z_][A-Za-z0-9_]*(?!\s*\(|[A-Za-z0-9_])/g) ?? [];
  return words.filter(
    (word) =>
      !['true', 'false', 'null', 'if', 'then', 'else', 'and', 'or', 'in', 'between', 'not'].includes(word),
  );
}
