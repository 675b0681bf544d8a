import { Problem } from './problem.ts';

/** True when a decision was refused because it repeats one that an appeal took away: it needs a written statement. */
export function isRepetition(error: unknown): boolean {
  return error instanceof Problem && error.code === 'decisionSame';
}
