/**
 * What was read of texts that have not changed since the last check: whoever checks the same pack again and again hands the
 * same readings on. What is read is not changed afterwards.
 */
export class Readings {
  private readonly kept = new Map<string, { readonly text: string; readonly value: unknown }>();

  /** What `make` reads of a text; `what` names the reading and the file. The same object while the text stays. */
  of<T>(what: string, text: string, make: () => T): T {
    const known = this.kept.get(what);
    if (known?.text === text) return known.value as T;
    const value = make();
    this.kept.set(what, { text, value });
    return value;
  }
}
