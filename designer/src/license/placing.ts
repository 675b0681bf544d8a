/** Place of a field on the page, in millimetres from its upper left corner; `y` is the base line. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a field stands first when it gets a place of its own. */
export const firstPlace: Placed = { x: 40, y: 150, width: 80 };

/** Longer and shorter side of A4. */
const [LONG, SHORT] = [297, 210];

/** Width and height of the page. */
export function pageOf(orientation: string | undefined): { width: number; height: number } {
  return orientation === 'portrait' ? { width: SHORT, height: LONG } : { width: LONG, height: SHORT };
}

/** A place moved by so much, in whole millimetres, kept on the page. */
export function moved(
  { x, y }: Pick<Placed, 'x' | 'y'>,
  by: { readonly x: number; readonly y: number },
  page: { readonly width: number; readonly height: number },
): { x: number; y: number } {
  const keep = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
  return { x: keep(x + by.x, page.width), y: keep(y + by.y, page.height) };
}

/** How far a key moves a field: 1 mm, with Shift 10; undefined: no key that moves. */
export function stepOf(key: string, far: boolean): { x: number; y: number } | undefined {
  const step = far ? 10 : 1;
  return (
    {
      ArrowLeft: { x: -step, y: 0 },
      ArrowRight: { x: step, y: 0 },
      ArrowUp: { x: 0, y: -step },
      ArrowDown: { x: 0, y: step },
    } as Readonly<Record<string, { x: number; y: number }>>
  )[key];
}
