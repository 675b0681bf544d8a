import { designerTexts } from '../i18n/designerTexts.ts';
import type { Manifest, Outcome } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import { elementsBefore } from '../panel/stepsBefore.ts';
import type { BpmnConnection, BpmnElement, Services } from './modelerTypes.ts';
import { attribute, conditionOf } from './PackEditor.ts';

/** A variable that a condition may use, with its name in words. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** Known values in words; empty: any. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** Variables that hold a department: what the server sets and what routing decisions give. */
export function findDepartmentVariables(registry: Services['elementRegistry'], locale: Locale): Variable[] {
  const texts = designerTexts[locale];
  const fixed = (['department', 'town', 'village', 'window'] as const).map((name) =>
    variable(name, texts.departments[name]),
  );
  return [...fixed, ...decisionResults(registry, locale)];
}

/**
 * Variables that a condition on this flow may use: what is known when a case comes there, and what the conditions of its branch
 * name already, so that they are still said in words.
 */
export function findConditionVariables(
  registry: Services['elementRegistry'],
  manifest: Manifest,
  flow: BpmnElement,
  locale: Locale,
): Variable[] {
  const texts = designerTexts[locale];
  const outcomes = findOutcomes(flow, manifest).map(({ key, name }) => ({ value: key, label: name[locale] }));
  const { source } = flow as BpmnConnection;
  const earlier = new Set([source, ...elementsBefore(source)].map(({ id }) => id));
  const named = new Set(source.outgoing.flatMap((way) => conditionOf(way).match(/[A-Za-z_]\w*/g) ?? []));
  const isKnown = (element: string, name: string) => earlier.has(element) || named.has(name);
  const declared = [
    ...(manifest.intakeVariables ?? []),
    ...Object.entries(manifest.steps ?? {}).flatMap(([step, { variables = [] }]) =>
      variables.filter(({ name }) => isKnown(step, name)),
    ),
  ].map((entry) => ({ ...variable(entry.name, entry.name), type: entry.type }));
  const operations = (manifest.operations ?? []).map(({ key, name }) => ({
    value: key,
    label: name[locale],
  }));
  const all = [
    { ...variable('outcome', texts.variables.outcome), values: outcomes },
    { ...variable('decision', texts.variables.decision), values: texts.decisions },
    { ...variable('operation', texts.variables.operation), values: operations },
    ...(['town', 'village'] as const).map((name) => variable(name, texts.departments[name])),
    ...declared,
    ...decisionResults(registry, locale, isKnown),
  ];
  return all.filter((entry, at) => all.findIndex((other) => other.name === entry.name) === at);
}

/** Ways out of the tasks that lead to this flow without another task between. */
export function findOutcomes(flow: BpmnElement, manifest: Manifest): Outcome[] {
  const seen = new Set<BpmnElement>();
  const found = new Map<string, Outcome>();
  const walk = (element: BpmnElement | undefined): void => {
    if (element === undefined || seen.has(element)) return;
    seen.add(element);
    if (element.type === 'bpmn:UserTask') {
      for (const outcome of manifest.steps?.[element.id]?.outcomes ?? []) found.set(outcome.key, outcome);
      return;
    }
    for (const incoming of element.incoming) walk(incoming.source);
  };
  walk('source' in flow ? (flow as { source?: BpmnElement }).source : undefined);
  return [...found.values()];
}

function decisionResults(
  registry: Services['elementRegistry'],
  locale: Locale,
  isKnown: (element: string, name: string) => boolean = () => true,
): Variable[] {
  const texts = designerTexts[locale];
  return registry
    .filter((element) => {
      const name = attribute(element, 'camunda:resultVariable');
      return element.type === 'bpmn:BusinessRuleTask' && name !== '' && isKnown(element.id, name);
    })
    .map((element) => {
      const name = attribute(element, 'camunda:resultVariable');
      return variable(name, texts.resultOf(attribute(element, 'name') || element.id));
    });
}

function variable(name: string, label: string): Variable {
  return { name, label, type: 'string', values: [] };
}
