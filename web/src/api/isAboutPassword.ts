import { Problem } from './problem.ts';

const codes = ['reauthenticationFailed', 'tooManyAttempts', 'reauthenticationRequired'];

/** True when a decision was refused for the password that goes with it: told at its field. */
export function isAboutPassword(error: unknown): boolean {
  return error instanceof Problem && codes.includes(error.code);
}
