import type { PackError } from '../pack/PackError.ts';
import { type Finding, finding } from './Finding.ts';

/** Findings for a YAML file that does not fit its schema. */
export function manifestProblems(error: PackError): Finding[] {
  return error.problems.map(({ file, path, zh, en }) => {
    const { en: english } = finding('manifestInvalid', { file }, { path: path || file, problem: en });
    return { ...finding('manifestInvalid', { file }, { path: path || file, problem: zh }), en: english };
  });
}
