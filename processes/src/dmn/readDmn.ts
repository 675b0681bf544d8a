/// <reference path="../bpmn/moddle.d.ts" />
import { DmnModdle } from 'dmn-moddle';
import { elementOf, elementsOf, type ModdleElement, textOf } from '../bpmn/readBpmn.ts';

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly historyTimeToLive: string;
  /** Null for a decision that is no table. */
  readonly table: DecisionTable | null;
  /** Ids of decisions that it needs. */
  readonly requires: readonly string[];
}

export interface DecisionTable {
  readonly hitPolicy: string;
  readonly inputs: readonly string[];
  /** What the table itself says of each input: heading, type and allowed values (unary tests), empty where left out. */
  readonly columns: readonly { readonly label: string; readonly type: string; readonly allowed: string }[];
  readonly outputs: readonly { readonly name: string; readonly type: string }[];
  readonly rules: readonly {
    readonly id: string;
    /** What the row says it is for; empty where it says nothing. */
    readonly description: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
  }[];
}

const moddle = new DmnModdle();

/** The decisions of a DMN file, in its order. Throws Error when it is not one. */
export async function readDmn(file: string, xml: string): Promise<Decision[]> {
  const { rootElement } = await moddle.fromXML(xml);
  return elementsOf(rootElement, 'drgElement')
    .filter(({ $type }) => $type === 'dmn:Decision')
    .map((decision) => {
      const logic = elementOf(decision, 'decisionLogic');
      return {
        id: decision.id ?? '',
        name: decision.name ?? decision.id ?? '',
        file,
        historyTimeToLive: historyTimeToLive(decision),
        table: logic?.$type === 'dmn:DecisionTable' ? tableOf(logic) : null,
        requires: elementsOf(decision, 'informationRequirement').map((requirement) => {
          const required = elementOf(requirement, 'requiredDecision');
          return required ? textOf(required, 'href').replace('#', '') : '';
        }),
      };
    });
}

function historyTimeToLive(decision: ModdleElement): string {
  const found = Object.entries(decision.$attrs ?? {}).find(([name]) => name.endsWith(':historyTimeToLive'));
  return found?.[1] ?? '';
}

function tableOf(table: ModdleElement): DecisionTable {
  return {
    hitPolicy: textOf(table, 'hitPolicy') || 'UNIQUE',
    inputs: elementsOf(table, 'input').map((input) => {
      const expression = elementOf(input, 'inputExpression');
      return expression ? textOf(expression, 'text').trim() : '';
    }),
    columns: elementsOf(table, 'input').map((input) => {
      const expression = elementOf(input, 'inputExpression');
      const values = elementOf(input, 'inputValues');
      return {
        label: textOf(input, 'label'),
        type: expression ? textOf(expression, 'typeRef') : '',
        allowed: values ? textOf(values, 'text').trim() : '',
      };
    }),
    outputs: elementsOf(table, 'output').map((output) => ({
      name: output.name ?? '',
      type: textOf(output, 'typeRef'),
    })),
    rules: elementsOf(table, 'rule').map((rule) => ({
      id: rule.id ?? '',
      description: textOf(rule, 'description').trim(),
      inputs: elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text').trim()),
      outputs: elementsOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text').trim()),
    })),
  };
}
