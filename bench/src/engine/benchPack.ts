import { readFileSync } from 'node:fs';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';

const folder = new URL('../../packs/bench-four-steps/', import.meta.url);
const paths = ['pack.yaml', 'process.bpmn', 'forms/step.json'] as const;

export const benchPackCode = 'bench-four-steps';

/** The files of the measuring pack: four user tasks, forms that ask for nothing, nothing automatic. Given another code, a copy. */
export function benchPackFiles(code: string = benchPackCode): { path: string; text: string }[] {
  return renamePack(
    paths.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })),
    benchPackCode,
    code,
  );
}

/** The same pack under another code: every file names it by its code alone. */
export function renamePack(
  files: readonly { path: string; text: string }[],
  from: string,
  to: string,
): { path: string; text: string }[] {
  return files.map(({ path, text }) => ({ path, text: text.replaceAll(from, to) }));
}

/** Publishes files as version 1 of a pack. Throws ApiProblem when they are refused. */
export function publish(
  designer: ApiClient,
  packCode: string,
  files: readonly { path: string; text: string }[],
): Promise<Json> {
  return designer.post(`/packs/${packCode}/versions`, { files, baseVersion: 0, note: 'bench' });
}
