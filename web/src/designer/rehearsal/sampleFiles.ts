import type { UploadedFile } from '@onewindow/forms/browser';
import type { FormData } from '../../api/types.ts';

const mark = 'rehearsal:';

/** Takes a file into a form of a rehearsal: only its name counts, a small real file of its kind goes in for it. */
export function takeSample(file: File): Promise<UploadedFile> {
  const { name, size, type: mediaType } = file;
  return Promise.resolve({ id: `${mark}${name}`, name, size, mediaType });
}

/** The form in the words of a scenario: `{$file: name}` where a file was taken. */
export function inScenarioWords(data: FormData): FormData {
  return convert(data) as FormData;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const { id, name } = value as { id?: unknown; name?: unknown };
  if (typeof id === 'string' && id.startsWith(mark)) return { $file: name };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry)]));
}
