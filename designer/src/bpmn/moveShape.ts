import type { BpmnElement, Services } from './modelerTypes.ts';

interface Attached extends BpmnElement {
  readonly labels?: readonly BpmnElement[];
  readonly attachers?: readonly Attached[];
}

/**
 * Moves a shape with its name and what is attached to it, by units of the diagram. Unlike `moveElements` it never puts the
 * shape into a flow that it comes to lie on.
 */
export function moveShape(
  modeling: Services['modeling'],
  shape: BpmnElement,
  by: { readonly x: number; readonly y: number },
): void {
  if (by.x === 0 && by.y === 0) return;
  const { labels = [], attachers = [] } = shape as Attached;
  const [names, attached] = [[...labels], [...attachers]];
  modeling.moveShape(shape, by, shape.parent);
  for (const label of names) modeling.moveShape(label, by, label.parent);
  for (const one of attached) moveShape(modeling, one, by);
}
