import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { AppError } from '../errors/appError.ts';
import type { UploadKind } from '../http/route.ts';

const accepted: Readonly<Record<UploadKind, Readonly<Record<string, readonly string[]>>>> = {
  document: {
    pdf: ['application/pdf'],
    jpg: ['image/jpeg'],
    jpeg: ['image/jpeg'],
    png: ['image/png'],
  },
  archive: { zip: ['application/zip'] },
};

/** Most pixels that a picture may unfold to, in millions: an A3 sheet at 600 dpi has 70. */
export const mostMegapixels = 100;

/**
 * The media type of an upload, found in its content and compared with what its name says. A picture must say how large it
 * is and not unfold to more than `mostMegapixels`: a few kilobytes can otherwise fill the memory of whoever opens it.
 * Throws AppError `uploadTypeRefused` (415), `pictureUnreadable` (415), `pictureTooLarge` (413).
 */
export async function identifyContent(name: string, bytes: Buffer, kind: UploadKind): Promise<string> {
  const byExtension = accepted[kind];
  const found = await fileTypeFromBuffer(bytes);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (found === undefined || byExtension[extension]?.includes(found.mime) !== true) {
    throw new AppError('uploadTypeRefused', {
      params: { name, accept: Object.keys(byExtension).join(', ') },
    });
  }
  if (found.mime.startsWith('image/')) requirePixels(name, bytes);
  return found.mime;
}

/** True when a name ends as some accepted kind does: worth sending at all. */
export function isAcceptedName(name: string, kind: UploadKind): boolean {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase() in accepted[kind];
}

function requirePixels(name: string, bytes: Buffer): void {
  const { width, height } = sizeOf(name, bytes);
  if (width * height <= mostMegapixels * 1_000_000) return;
  throw new AppError('pictureTooLarge', { params: { name, width, height, limit: mostMegapixels } });
}

function sizeOf(name: string, bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (cause) {
    throw new AppError('pictureUnreadable', { params: { name }, cause });
  }
}
