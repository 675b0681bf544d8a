/** Place of a field on the page, in millimetres from its upper left corner; `y` is the base line. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a field stands first when it gets a place of its own. */
export const firstPlace: Placed = { x: 40, y: 150, width: 80 };

/** Place of a picture: `y` is the upper edge of its box. */
export interface PlacedPicture extends Placed {
  readonly height: number;
}

/** Where a signature stands first: between QR code and seal, upright above them. */
export function firstPicturePlace(orientation: string | undefined): PlacedPicture {
  const size = { width: 70, height: 14 };
  return orientation === 'portrait' ? { x: 35, y: 206, ...size } : { x: 84, y: 140, ...size };
}

/** What can be moved over the drawing: where it is written in the template, and its box in millimetres. */
export interface MovableBox {
  readonly path: readonly [list: string, at: number];
  readonly name: string;
  /** As written; `y` of a field is its base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Millimetres that the box reaches over `y`. */
  readonly over: number;
}

/** Height of a line over its base line and under it, millimetres. */
const [OVER, LINE] = [5, 7];

interface WrittenPlace {
  readonly label?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

/** The fields with a place of their own and the pictures of a template. */
export function movableBoxes(
  fields: readonly WrittenPlace[],
  pictures: readonly WrittenPlace[],
): MovableBox[] {
  const boxes = fields.flatMap((field, at): MovableBox[] =>
    field.x === undefined || field.y === undefined
      ? []
      : [
          {
            path: ['fields', at],
            name: field.label ?? String(at + 1),
            x: field.x,
            y: field.y,
            width: field.width ?? firstPlace.width,
            height: LINE,
            over: OVER,
          },
        ],
  );
  const signed = pictures.map(
    ({ label, ...place }, at): MovableBox => ({
      ...firstPicturePlace('landscape'),
      ...place,
      path: ['pictures', at],
      name: label ?? String(at + 1),
      over: 0,
    }),
  );
  return [...boxes, ...signed];
}

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
