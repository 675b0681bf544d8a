import type { PackError } from '../pack/PackError.ts';
import { type Finding, finding } from './Finding.ts';

/** Findings for a YAML file that does not fit its schema. */
export function manifestProblems(error: PackError): Finding[] {
  return error.problems.map(({ file, path, zh, en }) => {
    const say = (problem: string) =>
      finding('manifestInvalid', { file, path }, { path: path || file, problem });
    return { ...say(zh), en: say(en).en };
  });
}
