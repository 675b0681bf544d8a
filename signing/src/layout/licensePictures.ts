import type { Canvas } from './Canvas.ts';
import { lookUp } from './interpolate.ts';
import { LABEL } from './layOutFields.ts';
import type { LicenseTemplate } from './licenseTemplate.ts';

const mm = 72 / 25.4;
/** Points between the label and its picture. */
const GAP = 4;

/** A picture that the license has, and its box on the page. */
export interface LicensePicture {
  readonly box: NonNullable<LicenseTemplate['pictures']>[number];
  /** PNG or JPEG in base64. */
  readonly picture: string;
}

/** The pictures of a license that its data holds, read for drawing. */
export async function readLicensePictures(
  canvas: Canvas,
  { pictures = [] }: LicenseTemplate,
  values: unknown,
): Promise<LicensePicture[]> {
  const held = pictures.flatMap((box): LicensePicture[] => {
    const picture = lookUp(values, `pictures.${box.picture}`);
    return typeof picture === 'string' && picture !== '' ? [{ box, picture }] : [];
  });
  for (const { picture } of held) await canvas.usePicture(picture);
  return held;
}

/** Draws each picture in its box, as large as fits, the label before it; `edge` in points. Tells whether a box reaches over the edge. */
export function drawLicensePictures(
  canvas: Canvas,
  pictures: readonly LicensePicture[],
  page: { readonly width: number; readonly height: number; readonly edge: number },
): boolean {
  for (const { box, picture } of pictures) {
    const [left, height] = [box.x * mm, box.height * mm];
    const middle = page.height - box.y * mm - height / 2;
    const label = box.label === undefined ? '' : `${box.label}：`;
    canvas.text(0, label, left, middle - 5, LABEL);
    const indent = label === '' ? 0 : canvas.measure(label, LABEL) + GAP;
    const size = canvas.pictureSize(picture);
    if (size === undefined) {
      canvas.text(0, '（图片无法显示）', left + indent, middle - 5, LABEL);
      continue;
    }
    const scale = Math.min(Math.max(box.width * mm - indent, mm) / size.width, height / size.height);
    const drawn = { width: size.width * scale, height: size.height * scale };
    canvas.picture(0, picture, left + indent, middle - drawn.height / 2, drawn.width, drawn.height);
  }
  return pictures.some(
    ({ box }) =>
      Math.min(box.x, box.y) * mm < page.edge ||
      (box.x + box.width) * mm > page.width - page.edge ||
      (box.y + box.height) * mm > page.height - page.edge,
  );
}
