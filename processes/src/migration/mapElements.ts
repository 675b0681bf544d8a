import { elementsOf, type FlowNode, type ProcessGraph } from '../bpmn/readBpmn.ts';
import { nameOf } from '../lint/nameOf.ts';
import { hasChangedTrigger } from './hasChangedTrigger.ts';
import { type MigrationFinding, migrationFinding } from './MigrationFinding.ts';

/** Where an element of the old process goes on in the new one. */
export interface ElementPair {
  readonly from: string;
  readonly to: string;
  /** The event is set up anew as the new version says. */
  readonly updateTrigger: boolean;
}

/** Id under which the engine knows all instances of a multi-instance activity together. */
const bodyOf = (id: string) => `${id}#multiInstanceBody`;

/**
 * The pairs of a migration: those that the engine found by itself, with what the designer maps by hand in their place and
 * what hangs on the mapped activities (events at their border, the body of a multi-instance). An event is set up anew
 * only where its trigger differs: what waits under the same rule goes on waiting as long as it would have.
 */
export function mapElements(options: {
  before: ProcessGraph;
  after: ProcessGraph;
  /** Pairs found by the engine: same id, same kind. */
  generated: readonly { readonly from: string; readonly to: string }[];
  /** Old id → new id. */
  mapping: Readonly<Record<string, string>>;
}): { pairs: ElementPair[]; findings: MigrationFinding[] } {
  const { before, after, generated, mapping } = options;
  const findings: MigrationFinding[] = [];
  const byHand = new Map<string, string>();
  for (const [from, to] of Object.entries(mapping)) {
    const wrong = problemOf(before.nodes.get(from), after.nodes.get(to), from, to);
    if (wrong !== null) findings.push(wrong);
    else for (const [source, target] of withBelongings(before, after, from, to)) byHand.set(source, target);
  }
  const pairs = [
    ...generated.filter(({ from }) => !byHand.has(from)),
    ...[...byHand].map(([from, to]) => ({ from, to })),
  ].map(({ from, to }) => {
    const [old, now] = [before.nodes.get(from), after.nodes.get(to)];
    const updateTrigger = old !== undefined && now !== undefined && hasChangedTrigger(old, now);
    if (updateTrigger) findings.push(migrationFinding('triggerChanged', { name: nameOf(now) }, from));
    return { from, to, updateTrigger };
  });
  return { pairs, findings };
}

function problemOf(
  old: FlowNode | undefined,
  now: FlowNode | undefined,
  from: string,
  to: string,
): MigrationFinding | null {
  if (old === undefined) return migrationFinding('mapSourceUnknown', { from }, from);
  if (now === undefined) return migrationFinding('mapTargetUnknown', { to }, from);
  const same = old.type === now.type && isMultiple(old) === isMultiple(now);
  return same ? null : migrationFinding('mapKindDiffers', { from: nameOf(old), to: nameOf(now) }, from);
}

/** The mapped element, its multi-instance body, and events of the same id and kind at its border. */
function* withBelongings(
  before: ProcessGraph,
  after: ProcessGraph,
  from: string,
  to: string,
): Generator<[string, string]> {
  const node = before.nodes.get(from);
  yield [from, to];
  if (node !== undefined && isMultiple(node)) yield [bodyOf(from), bodyOf(to)];
  for (const event of before.nodes.values()) {
    if (event.attachedTo !== from) continue;
    const counterpart = after.nodes.get(event.id);
    if (counterpart?.attachedTo === to && kindOfEvent(counterpart) === kindOfEvent(event))
      yield [event.id, event.id];
  }
}

function isMultiple(node: FlowNode): boolean {
  const loop = node.element.get('loopCharacteristics');
  return (
    typeof loop === 'object' &&
    loop !== null &&
    (loop as { $type?: string }).$type === 'bpmn:MultiInstanceLoopCharacteristics'
  );
}

function kindOfEvent(node: FlowNode): string {
  return elementsOf(node.element, 'eventDefinitions')
    .map(({ $type }) => $type)
    .join();
}
