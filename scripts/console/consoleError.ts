/** A condition that the person at the console must change; shown without a stack trace. */
export class ConsoleError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ConsoleError';
    this.code = code;
  }
}

/** Prints the failure (a ConsoleError without its trace) and ends the process with status 1. */
export function stopWithMessage(failure: unknown): never {
  if (failure instanceof ConsoleError) console.error(`\n${failure.message}\n`);
  else console.error(failure);
  process.exit(1);
}
