/// <reference path="../bpmn/moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import camundaDescriptor from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { elementOf, elementsOf, type ModdleElement } from '../bpmn/readBpmn.ts';
import { saveEdited } from '../foreign/saveEdited.ts';
import { toEditorXml } from '../foreign/toEditorXml.ts';
import { type PackFiles, PROCESS } from '../pack/packFiles.ts';
import type { Block } from './Block.ts';
import { middleOf, sizeOf, widthOf } from './blockLayout.ts';
import { type Create, createNode } from './createNode.ts';
import { planBlock } from './planBlock.ts';
import { routeFlow } from './routeFlow.ts';

const moddle = new BpmnModdle({ camunda: camundaDescriptor });
const create: Create = (type, properties) =>
  (moddle as unknown as { create: (type: string, properties: object) => ModdleElement }).create(
    type,
    properties,
  );

async function reserialise(xml: string): Promise<string> {
  return (await moddle.toXML((await moddle.fromXML(xml)).rootElement, { format: true })).xml;
}

/**
 * A pack with a block put into one flow of its process, which then leads into the block; the block leads on to where
 * it led. Forms, notices and parts of `pack.yaml` come along. Throws Error when there is no such flow.
 */
export async function insertBlock(files: PackFiles, block: Block, flowId: string): Promise<PackFiles> {
  const original = files[PROCESS] ?? '';
  const { rootElement } = await moddle.fromXML(toEditorXml(original));
  const before = (await moddle.toXML(rootElement, { format: true })).xml;
  const process = elementsOf(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
  const elements = (process?.get('flowElements') ?? []) as ModdleElement[];
  const flow = elements.find(({ id, $type }) => id === flowId && $type === 'bpmn:SequenceFlow');
  const target = flow && elementOf(flow, 'targetRef');
  const plane = elementOf(elementsOf(rootElement, 'diagrams')[0] as ModdleElement, 'plane');
  if (!process || !flow || !target || !plane) throw new Error(`there is no flow ${flowId}`);
  const planned = planBlock(block, files, new Set(elements.map(({ id }) => id ?? '')));
  const shapes = plane.get('planeElement') as ModdleElement[];
  const boundsOf = (element: ModdleElement) =>
    elementOf(shapes.find((shape) => shape.get('bpmnElement') === element) as ModdleElement, 'bounds');
  const boxOf = (element: ModdleElement) => {
    const bounds = boundsOf(element);
    const value = (name: string) => Number(bounds?.get(name) ?? 0);
    const box = { x: value('x'), y: value('y'), width: value('width'), height: value('height') };
    return { ...box, gateway: /Gateway$/.test(element.$type) };
  };
  const old = boundsOf(target);
  const at = { x: Number(old?.get('x')) - 20, y: Number(old?.get('y')) + Number(old?.get('height')) / 2 };
  const nodes = new Map(planned.nodes.map((node) => [node.id, createNode(node, create)]));
  shift(shapes, at.x, widthOf(planned));
  for (const node of planned.nodes) {
    const element = nodes.get(node.id) as ModdleElement;
    adopt(process, elements, element);
    const middle = middleOf(node, at);
    const { width, height } = sizeOf(node);
    const bounds = create('dc:Bounds', { x: middle.x - width / 2, y: middle.y - height / 2, width, height });
    adopt(plane, shapes, create('bpmndi:BPMNShape', { id: `${node.id}_di`, bpmnElement: element, bounds }));
  }
  const connect = (
    id: string,
    [source, end]: readonly [ModdleElement, ModdleElement],
    properties: object,
    bow = 0,
  ) => {
    const added = create('bpmn:SequenceFlow', { id, sourceRef: source, targetRef: end, ...properties });
    adopt(process, elements, added);
    push(source, 'outgoing', added);
    push(end, 'incoming', added);
    const waypoint = routeFlow(boxOf(source), boxOf(end), bow).map((point) =>
      create('dc:Point', { ...point }),
    );
    adopt(plane, shapes, create('bpmndi:BPMNEdge', { id: `${id}_di`, bpmnElement: added, waypoint }));
    return added;
  };
  for (const { id, from, to, name, condition, bow } of planned.flows) {
    const conditionExpression =
      condition === undefined ? undefined : create('bpmn:FormalExpression', { body: condition });
    const ends = [nodes.get(from) as ModdleElement, nodes.get(to) as ModdleElement] as const;
    const properties = {
      ...(name === undefined ? {} : { name }),
      ...(conditionExpression === undefined ? {} : { conditionExpression }),
    };
    const added = connect(id, ends, properties, bow);
    const source = planned.nodes.find((node) => node.id === from);
    if (source?.default === id) nodes.get(from)?.set('default', added);
  }
  const entry = nodes.get(planned.entry) as ModdleElement;
  target.set(
    'incoming',
    elementsOf(target, 'incoming').filter((one) => one !== flow),
  );
  flow.set('targetRef', entry);
  push(entry, 'incoming', flow);
  const edge = shapes.find((shape) => shape.get('bpmnElement') === flow);
  const source = elementOf(flow, 'sourceRef');
  if (source)
    edge?.set(
      'waypoint',
      routeFlow(boxOf(source), boxOf(entry)).map((point) => create('dc:Point', { ...point })),
    );
  const exit = nodes.get(planned.exit) as ModdleElement;
  const branches = planned.flows.some(({ from }) => from === planned.exit);
  const onwards = connect(`${planned.exit}To${target.id ?? ''}`, [exit, target], {});
  // Where the exit has other ways out, going on is what happens unless one of them is taken.
  if (branches) exit.set('default', onwards);
  const after = (await moddle.toXML(rootElement, { format: true })).xml;
  const saved = await saveEdited({ original, before, after, reserialise });
  return { ...files, ...planned.changes, [PROCESS]: saved.text };
}

function adopt(parent: ModdleElement, list: ModdleElement[], element: ModdleElement): void {
  (element as unknown as { $parent: ModdleElement }).$parent = parent;
  list.push(element);
}

function push(element: ModdleElement, property: string, value: ModdleElement): void {
  element.set(property, [...elementsOf(element, property), value]);
}

/** Moves everything that lies to the right of a line further to the right. */
function shift(shapes: readonly ModdleElement[], from: number, by: number): void {
  const move = (place: ModdleElement | null) => {
    const x = Number(place?.get('x'));
    if (place && x >= from) place.set('x', x + by);
  };
  for (const shape of shapes) {
    if (shape.$type === 'bpmndi:BPMNEdge') elementsOf(shape, 'waypoint').forEach(move);
    else move(elementOf(shape, 'bounds'));
    const label = elementOf(shape, 'label');
    if (label) move(elementOf(label, 'bounds'));
  }
}
