import type { PageBox } from '../api/annotations.ts';

/** How a page is turned, clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;
/** A scale (1 is 100 %), or what the page is fitted to. */
export type Zoom = number | 'width' | 'page';

export const smallestZoom = 0.25;
export const largestZoom = 4;
const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
/** Smallest side of a box, in fractions of the page. */
const smallest = 0.01;

interface Size {
  width: number;
  height: number;
}

/** The scale at which a page is shown in a stage of this size (CSS pixels). */
export function scaleOf(zoom: Zoom, page: Size, stage: Size, turn: Turn): number {
  if (typeof zoom === 'number') return zoom;
  const lying = turn === 90 || turn === 270;
  const width = lying ? page.height : page.width;
  const height = lying ? page.width : page.height;
  const byWidth = stage.width / width;
  const scale = zoom === 'width' ? byWidth : Math.min(byWidth, stage.height / height);
  return Math.min(largestZoom, Math.max(0.05, scale));
}

/** The next larger or smaller step from a scale. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? steps.find((step) => step > scale + 0.005)
      : steps.findLast((step) => step < scale - 0.005);
  return next ?? (direction === 1 ? largestZoom : smallestZoom);
}

export function turnRight(turn: Turn): Turn {
  return ((turn + 90) % 360) as Turn;
}

/** A place on the turned page (fractions of what is seen) as a place on the upright page. */
export function toUpright({ x, y }: { x: number; y: number }, turn: Turn): { x: number; y: number } {
  if (turn === 90) return { x: y, y: 1 - x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  if (turn === 270) return { x: 1 - y, y: x };
  return { x, y };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The box between two places, on the page and never smaller than can be seen. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): PageBox {
  const width = clamp(Math.abs(a.x - b.x), smallest, 1);
  const height = clamp(Math.abs(a.y - b.y), smallest, 1);
  return {
    x: clamp(Math.min(a.x, b.x), 0, 1 - width),
    y: clamp(Math.min(a.y, b.y), 0, 1 - height),
    width,
    height,
  };
}

/** Moves a box by fractions of the page, or with `size` makes it larger and smaller; it stays on the page. */
export function nudge(box: PageBox, by: { x: number; y: number }, size: boolean): PageBox {
  if (!size) {
    return { ...box, x: clamp(box.x + by.x, 0, 1 - box.width), y: clamp(box.y + by.y, 0, 1 - box.height) };
  }
  return {
    ...box,
    width: clamp(box.width + by.x, smallest, 1 - box.x),
    height: clamp(box.height + by.y, smallest, 1 - box.y),
  };
}
