import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { moveShape } from '../bpmn/moveShape.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { onlyFlow } from './placesFor.ts';
import { middleOf } from './putIntoFlow.ts';

interface Chain {
  /** The flow into the first, between the two, and out of the second. */
  readonly into: BpmnConnection;
  readonly between: BpmnConnection;
  readonly out: BpmnConnection;
}

/** The neighbour that a step can change places with; null where the flow parts or meets, or nothing is there. */
export function neighbourOf(element: BpmnElement, way: 'up' | 'down'): BpmnElement | null {
  const chain = chainOf(element, way);
  if (chain === null) return null;
  return way === 'up' ? chain.between.source : chain.between.target;
}

/** Changes places with the step before (`up`) or behind. Throws Error where `neighbourOf` is null. */
export function moveStep(editor: PackEditor, element: BpmnElement, way: 'up' | 'down'): void {
  const chain = chainOf(element, way);
  if (chain === null) throw new Error(`${element.id} cannot move ${way}`);
  const modeling = editor.service('modeling');
  const [first, second] = [chain.between.source, chain.between.target];
  const [a, b] = [middleOf(first), middleOf(second)];
  moveShape(modeling, first, { x: b.x - a.x, y: b.y - a.y });
  moveShape(modeling, second, { x: a.x - b.x, y: a.y - b.y });
  modeling.reconnectEnd(chain.into, second, middleOf(second));
  modeling.reconnectStart(chain.out, first, middleOf(first));
  // Turned round in two moves, the line between would for a moment lead from a step to itself.
  modeling.removeElements([chain.between]);
  const back = modeling.connect(second, first) as BpmnConnection;
  for (const flow of [chain.into, back, chain.out]) modeling.layoutConnection(flow);
}

function chainOf(element: BpmnElement, way: 'up' | 'down'): Chain | null {
  const between = onlyFlow(way === 'up' ? element.incoming : element.outgoing);
  if (between === undefined || !isStep(between.source) || !isStep(between.target)) return null;
  if (between.source === between.target) return null;
  const [into, out] = [onlyFlow(between.source.incoming), onlyFlow(between.target.outgoing)];
  const inner = [onlyFlow(between.source.outgoing), onlyFlow(between.target.incoming)];
  if (into === undefined || out === undefined || inner.includes(undefined)) return null;
  return { into, between, out };
}

function isStep({ type }: BpmnElement): boolean {
  return /(Task|SubProcess|IntermediateCatchEvent|IntermediateThrowEvent)$/.test(type);
}
