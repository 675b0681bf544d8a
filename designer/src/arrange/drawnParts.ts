import type { Point } from './layOut.ts';

export interface Box extends Point {
  width: number;
  height: number;
}

/** As much of a moddle element as the layout of pools needs. */
export interface Part {
  readonly $type: string;
  readonly id?: string;
  /** Attributes that BPMN does not know. */
  readonly $attrs?: Record<string, unknown>;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: unknown }>;
  toXML(element: unknown): Promise<{ xml: string }>;
  create(type: string, attributes: Record<string, unknown>): Part;
}

export async function read(moddle: Moddle, xml: string): Promise<Part> {
  return (await moddle.fromXML(xml)).rootElement as Part;
}

export const listOf = (part: Part, name: string) => (part.get(name) ?? []) as Part[];
export const rootsOf = (definitions: Part) => listOf(definitions, 'rootElements');
export const isShape = ({ $type }: Part) => $type === 'bpmndi:BPMNShape';
export const refOf = (part: Part, name: string) => (part.get(name) as Part | undefined)?.id ?? '';
export const idOf = (drawn: Part) => refOf(drawn, 'bpmnElement');
export const boundsOf = (drawn: Part) => drawn.get('bounds') as Part;

export function boxOf(shape: Part): Box {
  const bounds = boundsOf(shape);
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name)));
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

export function pointsOf(drawn: Part): Part[] {
  const label = drawn.get('label') as Part | undefined;
  const named = label?.get('bounds') === undefined ? [] : [boundsOf(label)];
  return isShape(drawn) ? [boundsOf(drawn), ...named] : [...listOf(drawn, 'waypoint'), ...named];
}

export function frameOf(elements: readonly Part[]): Box {
  const points = elements.flatMap(pointsOf);
  const from = (name: string) => Math.min(...points.map((point) => Number(point.get(name))));
  const to = (name: string, size: string) =>
    Math.max(...points.map((point) => Number(point.get(name)) + Number(point.get(size) ?? 0)));
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [from('x'), from('y')];
  return { x, y, width: to('x', 'width') - x, height: to('y', 'height') - y };
}

export function shift(drawn: Part, dx: number, dy: number): void {
  for (const point of pointsOf(drawn)) {
    point.set('x', Number(point.get('x')) + dx);
    point.set('y', Number(point.get('y')) + dy);
  }
}
