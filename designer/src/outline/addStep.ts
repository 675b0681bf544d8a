import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { findMerge } from './findMerge.ts';
import { createStep, describeStep, type NewStep } from './NewStep.ts';
import { placeBeside } from './placeBeside.ts';
import { isGateway, onlyFlow, type Place } from './placesFor.ts';
import { middleOf, parentOf, putBefore, putIntoFlow } from './putIntoFlow.ts';

interface Adding {
  readonly editor: PackEditor;
  /** The element that `place` is seen from. */
  readonly at: BpmnElement;
  readonly place: Place;
  readonly step: NewStep;
}

/**
 * Adds a step to the flow, joined to what is before and behind it; pack.yaml gets its entry when a person does it. One
 * step of undo. Gives the id of what was added. Throws Error when the place is not one of `placesFor`.
 */
export function addStep({ editor, at, place, step }: Adding): string {
  let added: BpmnElement | undefined;
  editor.together(() => {
    added = { after: addAfter, before: addBefore, parallel: addParallel, branch: addBranch }[place](
      editor,
      at,
      step,
    );
    describeStep(editor, added, step);
  });
  if (added === undefined) throw new Error(`nothing can be added ${place} ${at.id}`);
  return added.id;
}

function addAfter(editor: PackEditor, at: BpmnElement, step: NewStep): BpmnElement {
  const shape = createStep(editor, step);
  const flow = at.type === 'bpmn:SequenceFlow' ? (at as BpmnConnection) : onlyFlow(at.outgoing);
  if (flow === undefined) return editor.service('autoPlace').append(at, shape);
  if (step.type !== 'bpmn:EndEvent') return putIntoFlow(editor, flow, shape);
  // An end takes the flow: nothing can follow it.
  const end = editor.service('autoPlace').append(flow.source, shape);
  editor.service('modeling').removeElements([flow]);
  return end;
}

function addBefore(editor: PackEditor, at: BpmnElement, step: NewStep): BpmnElement {
  return putBefore(editor, at, createStep(editor, step));
}

/** At the same time as another step: between the gateways that already part and join there, else between new ones. */
function addParallel(editor: PackEditor, at: BpmnElement, step: NewStep): BpmnElement {
  const [before, after] = [onlyFlow(at.incoming), onlyFlow(at.outgoing)];
  if (before === undefined || after === undefined) throw new Error(`${at.id} has no single way in and out`);
  const parts = before.source.type === 'bpmn:ParallelGateway' && before.source.outgoing.length > 1;
  const joins = after.target.type === 'bpmn:ParallelGateway' && after.target.incoming.length > 1;
  const gateway = () => editor.service('elementFactory').createShape({ type: 'bpmn:ParallelGateway' });
  const [split, join] =
    parts && joins
      ? [before.source, after.target]
      : [putIntoFlow(editor, before, gateway()), putIntoFlow(editor, after, gateway())];
  return putBetween(editor, { split, join, beside: at, step });
}

/** On a way of its own behind a step (or out of a branch), which comes back to where the other ways meet. */
function addBranch(editor: PackEditor, at: BpmnElement, step: NewStep): BpmnElement {
  const modeling = editor.service('modeling');
  const gateway = () => editor.service('elementFactory').createShape({ type: 'bpmn:ExclusiveGateway' });
  if (isGateway(at)) {
    const meets = findMerge(at);
    if (meets !== undefined) {
      const join = joins(meets) ? meets : putBefore(editor, meets, gateway());
      return putBetween(editor, { split: at, join, beside: at, step });
    }
    return editor.service('autoPlace').append(at, createStep(editor, step));
  }
  const flow = onlyFlow(at.outgoing);
  if (flow === undefined) throw new Error(`${at.id} has no single way out`);
  const split = putIntoFlow(editor, flow, gateway());
  if (step.question) modeling.updateProperties(split, { name: step.question });
  const straight = onlyFlow(split.outgoing);
  if (straight === undefined) throw new Error(`${split.id} has no single way out`);
  const join = putIntoFlow(editor, straight, gateway());
  // Room for the step between the two.
  const added = putBetween(editor, { split, join, beside: split, step });
  modeling.updateProperties(split, { default: straight.businessObject });
  return added;
}

/** Whether flows may come together there: a gateway that only joins. */
function joins({ type, outgoing }: BpmnElement): boolean {
  return type === 'bpmn:ExclusiveGateway' && outgoing.length < 2;
}

function putBetween(
  editor: PackEditor,
  {
    split,
    join,
    beside,
    step,
  }: { split: BpmnElement; join: BpmnElement; beside: BpmnElement; step: NewStep },
): BpmnElement {
  const modeling = editor.service('modeling');
  const shape = createStep(editor, step);
  const { width = 100, height = 80 } = shape;
  // Below the gateway that joins, when that is near: the line between the two is straight then.
  const [right, joined] = [(split.x ?? 0) + (split.width ?? 0), middleOf(join).x];
  const near =
    beside !== split
      ? middleOf(beside).x
      : joined > right && joined < right + 250
        ? joined
        : splitSide(split);
  const place = placeBeside(editor, { x: near, from: middleOf(beside).y, width, height });
  const added = modeling.createShape(shape, place, parentOf(editor, beside));
  modeling.connect(split, added);
  modeling.connect(added, join);
  return added;
}

/** Middle of a step that stands right of a gateway. */
function splitSide({ x = 0, width = 0 }: BpmnElement): number {
  return x + width + 30 + 50;
}
