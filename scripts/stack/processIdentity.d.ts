/**
 * A string that tells this process from a later one with the same id (its start time and command line),
 * or undefined when no such process lives.
 */
export function readProcessIdentity(pid: number): string | undefined;
