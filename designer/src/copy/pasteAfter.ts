import { makeRoom } from '../blocks/makeRoom.ts';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { isFlowNode } from '../outline/elementName.ts';
import { placeBeside } from '../outline/placeBeside.ts';
import { onlyFlow } from '../outline/placesFor.ts';
import { middleOf, parentOf } from '../outline/putIntoFlow.ts';

const GAP = 60;

/**
 * Pastes what was copied behind an element, without a mouse: into its flow where it has one way out and the copy one way
 * in and out, else below it. One step of undo. Gives the id of the first pasted step, undefined when nothing was pasted.
 */
export function pasteAfter(editor: PackEditor, at: BpmnElement): string | undefined {
  let first: BpmnElement | undefined;
  editor.together(() => {
    const copyPaste = editor.service('copyPaste');
    const modeling = editor.service('modeling');
    const flow = onlyFlow(at.outgoing);
    const edge = (at.x ?? 0) + (at.width ?? 0);
    const place = placeBeside(editor, { x: edge + GAP + 50, from: middleOf(at).y, width: 100, height: 80 });
    const pasted = copyPaste.paste({ element: parentOf(editor, at), point: place }) ?? [];
    const nodes = pasted.filter(isFlowNode);
    const starts = nodes.filter(({ incoming }) => incoming.length === 0);
    const ends = nodes.filter(({ outgoing }) => outgoing.length === 0);
    const [start, end] = [starts[0], ends[0]];
    first = start ?? nodes[0];
    if (flow === undefined || start === undefined || end === undefined) return;
    if (starts.length > 1 || ends.length > 1 || end.type === 'bpmn:EndEvent') return;
    if (nodes.length === 1) {
      makeRoom(editor, edge + GAP / 2, (start.width ?? 100) + GAP);
      const by = { x: edge + GAP - (start.x ?? 0), y: middleOf(at).y - middleOf(start).y };
      modeling.moveShape(start, by, start.parent);
    }
    const { target } = flow as BpmnConnection;
    modeling.reconnectEnd(flow, start, middleOf(start));
    modeling.connect(end, target);
  });
  return first?.id;
}
