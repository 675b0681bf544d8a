import {
  type Block,
  type BlockNode,
  createNode,
  middleOf,
  type PlannedBlock,
  planBlock,
  sizeOf,
  widthOf,
} from '@onewindow/processes/blocks';
import type { BpmnConnection, BpmnElement, BusinessObject } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { makeRoom } from './makeRoom.ts';

/**
 * Puts a block into a flow of the diagram: what lies behind moves on, the flow leads into the block and the block on to
 * where it led; forms, notices and parts of pack.yaml are written. One step of undo. Gives the id of its first node.
 */
export function insertBlock(editor: PackEditor, block: Block, flow: BpmnConnection): string {
  const registry = editor.service('elementRegistry');
  const ids = new Set(registry.filter(() => true).map(({ id }) => id));
  const planned = planBlock(block, Object.fromEntries(editor.files), ids);
  editor.together(() => {
    draw(editor, planned, flow);
    for (const [path, text] of Object.entries(planned.changes)) editor.setText(path, text);
  });
  return planned.entry;
}

function draw(editor: PackEditor, planned: PlannedBlock, flow: BpmnConnection): void {
  const modeling = editor.service('modeling');
  const { source, target } = flow;
  const parent = target.parent ?? editor.service('canvas').getRootElement();
  // The line through the middle of where the flow comes from; room is made from its right edge on.
  const at = { x: (source.x ?? 0) + (source.width ?? 0) + 20, y: (source.y ?? 0) + (source.height ?? 0) / 2 };
  makeRoom(editor, at.x, widthOf(planned) + 40);
  const shapes = new Map(
    planned.nodes.map((node) => [
      node.id,
      modeling.createShape(shapeOf(editor, node), middleOf(node, at), parent),
    ]),
  );
  const shape = (id: string) => shapes.get(id) as BpmnElement;
  for (const { id, from, to, name, condition } of planned.flows) {
    const factory = editor.service('bpmnFactory');
    const businessObject = factory.create('bpmn:SequenceFlow', {
      id,
      ...(name === undefined ? {} : { name }),
      ...(condition === undefined
        ? {}
        : { conditionExpression: factory.create('bpmn:FormalExpression', { body: condition }) }),
    });
    modeling.connect(shape(from), shape(to), { type: 'bpmn:SequenceFlow', businessObject });
  }
  for (const { id, default: otherwise } of planned.nodes) {
    const chosen = otherwise === undefined ? undefined : editor.element(otherwise);
    if (chosen) modeling.updateProperties(shape(id), { default: chosen.businessObject });
  }
  const entry = shape(planned.entry);
  modeling.reconnectEnd(flow, entry, middleOfShape(entry));
  modeling.connect(shape(planned.exit), target);
}

function shapeOf(editor: PackEditor, node: BlockNode): object {
  const businessObject = createNode<BusinessObject>(node, (type, properties) =>
    editor.service('bpmnFactory').create(type, properties),
  );
  return editor.service('elementFactory').createShape({ type: node.type, businessObject, ...sizeOf(node) });
}

function middleOfShape({ x = 0, y = 0, width = 0, height = 0 }: BpmnElement) {
  return { x: x + width / 2, y: y + height / 2 };
}
