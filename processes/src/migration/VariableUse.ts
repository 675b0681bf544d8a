import { type ProcessGraph, textOf } from '../bpmn/readBpmn.ts';
import { successors } from '../bpmn/walkGraph.ts';
import type { Decision } from '../dmn/readDmn.ts';
import { variablesOf } from '../expression/evaluateExpression.ts';
import { ExpressionError, parseExpression } from '../expression/parseExpression.ts';
import { readCondition, readTemplate } from '../expression/readTemplate.ts';
import { templatesOf } from '../lint/lintExpressions.ts';
import { nameOf } from '../lint/nameOf.ts';
import { readClockName } from '../schema/clockNames.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { givenBy } from './givenBy.ts';
import { type MigrationFinding, migrationFinding } from './MigrationFinding.ts';

interface Use {
  readonly variable: string;
  /** Node at which the engine asks for it. */
  readonly at: string;
  /** On the way in (queue, timer, decision), or on the way out (condition of a flow). */
  readonly on: 'entry' | 'exit';
}

/** Nodes that a token enters, and leaves, on every way that it may take. */
interface Walk {
  readonly entry: ReadonlySet<string>;
  readonly exit: ReadonlySet<string>;
}

/** Which variables a process asks for, where, and which of its elements give them. */
export class VariableUse {
  readonly #graph: ProcessGraph;
  readonly #uses: readonly Use[];
  readonly #given: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(graph: ProcessGraph, manifest: PackManifest, decisions: readonly Decision[]) {
    this.#graph = graph;
    this.#uses = usesOf(graph, decisions);
    this.#given = givenBy(graph, manifest);
  }

  /**
   * What a case that stands at these elements will be asked for and will not have: neither `known` nor given by an element
   * that it passes before. The elements at which it stands have been entered: what they ask on entry is past.
   */
  missing(at: readonly string[], known: ReadonlySet<string>): MigrationFinding[] {
    // The dates of the case are given whenever they change.
    const given = (name: string) => known.has(name) || readClockName(name) !== undefined;
    const wanted = new Set(this.#uses.map(({ variable }) => variable).filter((name) => !given(name)));
    return [...wanted].flatMap((variable) => {
      const walk = this.#walk(at, (id) => this.#given.get(id)?.has(variable) === true);
      const use = this.#uses.find((entry) => entry.variable === variable && walk[entry.on].has(entry.at));
      if (use === undefined) return [];
      const node = this.#graph.nodes.get(use.at);
      return [migrationFinding('variableMissing', { variable, name: node ? nameOf(node) : use.at }, use.at)];
    });
  }

  /** Elements that a case at these elements may still come to, itself included. */
  ahead(at: readonly string[]): Set<string> {
    return new Set([...at, ...this.#walk(at, () => false).entry]);
  }

  /**
   * Whether a case at these elements has passed this step by: it may come to its license without it, which a case that
   * begins cannot. A step that the process itself may leave out is passed by only where it cannot be come to any more.
   */
  passedBy(step: string, at: readonly string[]): boolean {
    if (!this.ahead(at).has(step)) return true;
    const starts = [...this.#graph.nodes.values()]
      .filter(({ type, scope }) => type === 'StartEvent' && scope === null)
      .map(({ id }) => id);
    return this.#licensedWithout(step, at) && !this.#licensedWithout(step, starts);
  }

  #licensedWithout(step: string, at: readonly string[]): boolean {
    const { entry } = this.#walk(at, (id) => id === step);
    return [...this.#graph.nodes.values()].some(
      (node) => textOf(node.element, 'camunda:topic') === 'issue-license' && entry.has(node.id),
    );
  }

  /** Where a token goes from here, without going on behind an element that `gives`. */
  #walk(at: readonly string[], gives: (id: string) => boolean): Walk {
    const entry = new Set<string>();
    const exit = new Set<string>();
    const open = [...at];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = this.#graph.nodes.get(id);
      if (node === undefined || exit.has(id) || gives(id)) continue;
      exit.add(id);
      for (const next of [...successors(this.#graph, node), ...behindScope(this.#graph, node.scope)]) {
        entry.add(next);
        open.push(next);
      }
    }
    return { entry, exit };
  }
}

/** From inside a sub-process a token comes to what follows it. */
function behindScope(graph: ProcessGraph, scope: string | null): string[] {
  const parent = scope === null ? undefined : graph.nodes.get(scope);
  return parent === undefined
    ? []
    : successors(graph, parent).filter((id) => graph.nodes.get(id)?.scope !== scope);
}

function usesOf(graph: ProcessGraph, decisions: readonly Decision[]): Use[] {
  const uses: Use[] = [];
  const add = (at: string, on: Use['on'], read: () => string[]) => {
    for (const variable of readable(read)) uses.push({ at, on, variable });
  };
  for (const { source, condition } of graph.flows)
    if (condition !== null) add(source, 'exit', () => variablesOf(readCondition(condition)));
  for (const node of graph.nodes.values()) {
    for (const text of templatesOf(node))
      add(node.id, 'entry', () => readTemplate(text).flatMap(variablesOf));
    const decision = decisions.find(({ id }) => id === node.element.get('camunda:decisionRef'));
    for (const input of inputsOf(decision, decisions))
      add(node.id, 'entry', () => variablesOf(parseExpression(input)));
  }
  return uses;
}

/** Inputs of a decision and of those that it rests on. */
function inputsOf(decision: Decision | undefined, all: readonly Decision[], seen: string[] = []): string[] {
  if (decision === undefined || seen.includes(decision.id)) return [];
  const below = decision.requires.map((id) => all.find((entry) => entry.id === id));
  return [
    ...(decision.table?.inputs ?? []),
    ...below.flatMap((entry) => inputsOf(entry, all, [...seen, decision.id])),
  ];
}

/** What lint lets through can be read; a FEEL input beyond the shared grammar names no variable that we could miss. */
function readable(read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
