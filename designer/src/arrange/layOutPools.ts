import { drawMessages, leastWidth } from './drawMessages.ts';
import {
  type Box,
  boundsOf,
  boxOf,
  frameOf,
  idOf,
  isShape,
  listOf,
  type Moddle,
  type Part,
  read,
  refOf,
  rootsOf,
  shift,
} from './drawnParts.ts';
import { layOutLanes } from './layOutLanes.ts';

/** Left edge of the pools, width of their name, room round what is in them, room between them, height of an empty one. */
const left = 160;
const nameWidth = 30;
const room = 40;
const between = 40;
const emptyHeight = 60;

/**
 * The picture part of several processes, as XML: each laid out by itself, in its pool, one pool below the other in the order of
 * the file; messages between them go straight over. Throws when one of them cannot be laid out.
 */
export async function drawPools(
  xml: string,
  moddle: Moddle,
  layOut: (definitions: Part) => Promise<string>,
): Promise<string> {
  const whole = await read(moddle, xml);
  const collaboration = rootsOf(whole).find(({ $type }) => $type === 'bpmn:Collaboration');
  if (collaboration === undefined) throw new Error('the processes have no pools');
  const shapes: Part[] = [];
  const edges: Part[] = [];
  const pools: Box[] = [];
  let top = 80;
  for (const participant of listOf(collaboration, 'participants')) {
    const inner = await drawInside(xml, moddle, participant, layOut);
    const { inside } = inner;
    for (const element of inner.elements) shift(element, left + nameWidth - inside.x, top - inside.y);
    const pool = {
      x: left,
      y: top,
      width: Math.max(leastWidth, nameWidth + inside.width),
      height: inside.height,
    };
    pools.push(pool);
    shapes.push(shapeOf(moddle, participant, pool), ...inner.elements.filter(isShape));
    edges.push(...inner.elements.filter((element) => !isShape(element)));
    top += pool.height + between;
  }
  alignWidths(shapes, pools);
  edges.push(...drawMessages(moddle, collaboration, shapes));
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'plane_of_pools',
    bpmnElement: collaboration,
    planeElement: [...shapes, ...edges],
  });
  const diagrams = [moddle.create('bpmndi:BPMNDiagram', { id: 'diagram_of_pools', plane })];
  // Apart from the file, which may have prefixes of its own for the parts of a drawing.
  return (await moddle.toXML(moddle.create('bpmn:Definitions', { diagrams }))).xml;
}

/** What is drawn of the process of a pool, and the box that it fills; nothing for a pool that one does not look into. */
async function drawInside(
  xml: string,
  moddle: Moddle,
  participant: Part,
  layOut: (definitions: Part) => Promise<string>,
): Promise<{ elements: Part[]; inside: Box }> {
  const id = refOf(participant, 'processRef');
  const empty = { elements: [], inside: { x: 0, y: 0, width: 0, height: emptyHeight } };
  if (id === '') return empty;
  const alone = await read(moddle, xml);
  const others = ['bpmn:Process', 'bpmn:Collaboration'];
  const roots = rootsOf(alone);
  const process = roots.find((root) => root.$type === 'bpmn:Process' && root.id === id);
  if (process === undefined || listOf(process, 'flowElements').length === 0) return empty;
  alone.set(
    'rootElements',
    roots.filter((root) => root === process || !others.includes(root.$type)),
  );
  alone.set('diagrams', []);
  leaveOutForeign(alone);
  const drawn = await read(moddle, await layOut(alone));
  const [diagram] = listOf(drawn, 'diagrams');
  const elements = listOf(diagram?.get('plane') as Part, 'planeElement').filter(
    (element) => idOf(element) !== id,
  );
  const laned = layOutLanes(moddle, process, elements, room);
  if (laned !== undefined) return { elements: [...laned.lanes, ...elements], inside: laned.inside };
  const { x, y, width, height } = frameOf(elements);
  return {
    elements,
    inside: { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room },
  };
}

/** What other tools have written beside BPMN says nothing of the layout; the writer would complain of it. */
function leaveOutForeign(part: Part, seen = new Set<Part>()): void {
  if (seen.has(part)) return;
  seen.add(part);
  for (const name of Object.keys(part.$attrs ?? {})) delete part.$attrs?.[name];
  for (const [name, value] of Object.entries(part)) {
    if (name === 'extensionElements') part.set(name, undefined);
    else for (const inner of [value].flat()) if (isPart(inner)) leaveOutForeign(inner, seen);
  }
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** All pools are as wide as the widest, and their lanes end with them. */
function alignWidths(shapes: readonly Part[], pools: readonly Box[]): void {
  const right = Math.max(...pools.map((pool) => pool.x + pool.width));
  for (const shape of shapes)
    if (shape.get('isHorizontal') === true) boundsOf(shape).set('width', right - boxOf(shape).x);
}

function shapeOf(moddle: Moddle, participant: Part, pool: Box): Part {
  return moddle.create('bpmndi:BPMNShape', {
    id: `${participant.id ?? ''}_di`,
    bpmnElement: participant,
    isHorizontal: true,
    bounds: moddle.create('dc:Bounds', { ...pool }),
  });
}
