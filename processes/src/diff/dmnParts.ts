/// <reference path="../bpmn/moddle.d.ts" />
import { DmnModdle } from 'dmn-moddle';
import { elementOf, elementsOf, type ModdleElement, textOf } from '../bpmn/readBpmn.ts';
import { type Tree, treeOf } from './moddleTree.ts';

/** A column of a decision table; `label` is what its head says. */
export interface DmnColumn {
  readonly id: string;
  readonly side: 'input' | 'output';
  readonly label: string;
  readonly tree: Tree;
}

/** A row of a decision table: its cells by the id of their column. */
export interface DmnRow {
  readonly id: string;
  /** From 1, as the table is shown. */
  readonly number: number;
  readonly inputs: readonly string[];
  readonly cells: ReadonlyMap<string, Tree>;
  readonly tree: Tree;
}

export interface DmnDecision {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Everything but rows and columns. */
  readonly tree: Tree;
  readonly hitPolicy: string;
  readonly columns: readonly DmnColumn[];
  readonly rows: readonly DmnRow[];
}

export interface DmnParts {
  readonly tree: Tree;
  readonly layout: Tree | undefined;
  readonly decisions: ReadonlyMap<string, DmnDecision>;
}

const moddle = new DmnModdle();
const inTable = new Set(['dmn:DecisionRule', 'dmn:InputClause', 'dmn:OutputClause']);

/** A DMN file taken apart for comparison. Throws Error when it is none. */
export async function dmnParts(xml: string): Promise<DmnParts> {
  const { rootElement } = await moddle.fromXML(xml);
  const drawn = elementOf(rootElement, 'dmnDI');
  const elements = elementsOf(rootElement, 'drgElement');
  const apart = new Set<ModdleElement>(drawn === null ? elements : [...elements, drawn]);
  const decisions = new Map<string, DmnDecision>();
  elements.forEach((element, at) => {
    const id = element.id ?? `${element.$type}#${at + 1}`;
    decisions.set(decisions.has(id) ? `${id}#${at + 1}` : id, decisionOf(element, id));
  });
  return {
    tree: treeOf(rootElement, (child) => apart.has(child)),
    layout: drawn === null ? undefined : treeOf(drawn, () => false),
    decisions,
  };
}

function decisionOf(element: ModdleElement, id: string): DmnDecision {
  const logic = elementOf(element, 'decisionLogic');
  const table = logic?.$type === 'dmn:DecisionTable' ? logic : null;
  const columns = table === null ? [] : columnsOf(table);
  return {
    id,
    type: element.$type,
    name: element.name ?? '',
    tree: treeOf(element, (child) => inTable.has(child.$type)),
    hitPolicy: (table === null ? '' : textOf(table, 'hitPolicy')) || 'UNIQUE',
    columns,
    rows: table === null ? [] : elementsOf(table, 'rule').map((rule, at) => rowOf(rule, at, columns)),
  };
}

function columnsOf(table: ModdleElement): DmnColumn[] {
  return (['input', 'output'] as const).flatMap((side) =>
    elementsOf(table, side).map((clause, at) => {
      const expression = elementOf(clause, 'inputExpression');
      const taken = expression === null ? (clause.name ?? '') : textOf(expression, 'text').trim();
      return {
        id: clause.id ?? `${side}${at + 1}`,
        side,
        label: textOf(clause, 'label') || taken || `${side} ${at + 1}`,
        tree: treeOf(clause, () => false),
      };
    }),
  );
}

function rowOf(rule: ModdleElement, at: number, columns: readonly DmnColumn[]): DmnRow {
  const cells = new Map<string, Tree>();
  for (const side of ['input', 'output'] as const) {
    const ids = columns.filter((column) => column.side === side).map(({ id }) => id);
    elementsOf(rule, `${side}Entry`).forEach((entry, place) => {
      cells.set(
        ids[place] ?? `${side}${place + 1}`,
        treeOf(entry, () => false),
      );
    });
  }
  return {
    id: rule.id ?? `#${at + 1}`,
    number: at + 1,
    inputs: elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text').trim()),
    cells,
    tree: treeOf(rule, ({ $type }) => $type === 'dmn:UnaryTests' || $type === 'dmn:LiteralExpression'),
  };
}
