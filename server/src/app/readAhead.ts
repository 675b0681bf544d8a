/** What is read of each entry, in their order; the next is read while the caller is at work with this one. */
export async function* readAhead<Entry, Read>(
  entries: readonly Entry[],
  read: (entry: Entry) => Promise<Read>,
): AsyncGenerator<Read> {
  let ahead: Promise<Read> | undefined;
  for (const [at, entry] of entries.entries()) {
    const current = await (ahead ?? read(entry));
    const next = entries[at + 1];
    ahead = next === undefined ? undefined : read(next);
    // Its failure is met when its turn comes, or with nobody there any more.
    ahead?.catch(() => undefined);
    yield current;
  }
}
