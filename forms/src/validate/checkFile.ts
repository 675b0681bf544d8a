import type { FileReference, JsonObject } from '../model/formDefinition.ts';
import type { Breach } from './describeProblem.ts';

/** A file as it is known before or after its upload; `mediaType` may be empty while nobody has looked into it. */
export type CheckedFile = Pick<FileReference, 'name' | 'size' | 'mediaType'>;

/** What is wrong with a file for this field (`filePattern`, `image`, `fileMaxSize`); null: nothing. */
export function checkFile(component: JsonObject, file: CheckedFile): Breach | null {
  const endings = fileEndings(component);
  const name = file.name.toLowerCase();
  const known = endings.length === 0 || endings.some((ending) => name.endsWith(ending));
  const picture = component['image'] !== true || file.mediaType === '' || file.mediaType.startsWith('image/');
  if (!known || !picture)
    return { rule: 'fileType', limit: endings.length === 0 ? 'jpg, png' : endings.join(' ') };
  return file.size > largestFile(component)
    ? { rule: 'fileSize', limit: String(component['fileMaxSize']) }
    : null;
}

/** Endings that the field takes, lower case with their dot; empty: any. */
function fileEndings(component: JsonObject): string[] {
  const pattern = typeof component['filePattern'] === 'string' ? component['filePattern'] : '';
  return pattern
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.startsWith('.'));
}

/** Largest file of the field in bytes (`20MB`); infinite where nothing is stated. */
function largestFile(component: JsonObject): number {
  const stated = typeof component['fileMaxSize'] === 'string' ? component['fileMaxSize'].trim() : '';
  const match = /^(\d+(?:\.\d+)?)\s*(KB|MB|GB|B)?$/i.exec(stated);
  if (match === null) return Number.POSITIVE_INFINITY;
  return Number(match[1]) * 1024 ** ['B', 'KB', 'MB', 'GB'].indexOf((match[2] ?? 'B').toUpperCase());
}
