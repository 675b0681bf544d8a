import type { UploadedFile } from '../http/route.ts';

/** One grey pixel. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AD//2Q==',
  'base64',
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A small real file of a kind, `pdf`, `jpg` or `png` (by the ending of the name). */
export function sampleFile(name: string): SampleFile {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'png') return { name, bytes: png, type: 'image/png' };
  if (ending === 'jpg' || ending === 'jpeg') return { name, bytes: jpeg, type: 'image/jpeg' };
  return { name, bytes: Buffer.from('%PDF-1.4\n% rehearsal\n%%EOF'), type: 'application/pdf' };
}

/** The same as the server has it once it has come. */
export function asUpload({ name, bytes, type }: SampleFile): UploadedFile {
  return { name, bytes: Buffer.from(bytes), mediaType: type };
}
