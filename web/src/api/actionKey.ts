import { Problem } from './problem.ts';

/** A key for one action of the user. */
export function newActionKey(): string {
  return (
    crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    )
  );
}

/**
 * Keeps the Idempotency-Key of an action: the same content tried again after an answer that was lost keeps its key,
 * other content or a definite answer gets a new one.
 */
export class ActionKeys {
  #key = newActionKey();
  #content: string | undefined;

  /** The key to send with this content. */
  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.#content !== undefined && this.#content !== text) this.#key = newActionKey();
    this.#content = text;
    return this.#key;
  }

  /** Call with the error, or nothing on success: a definite answer ends the action. */
  settle(error?: unknown): void {
    if (error instanceof Problem && error.outcomeUnknown) return;
    this.#key = newActionKey();
    this.#content = undefined;
  }
}
