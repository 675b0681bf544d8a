import type { Colleague } from '../api/comments.ts';

/** What stands after the @ for each colleague: the name, with the department where two have the same. */
export function mentionNames(colleagues: readonly Colleague[]): Map<string, string> {
  const times = new Map<string, number>();
  for (const { name } of colleagues) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    colleagues.map(({ id, name, department }) => [
      (times.get(name) ?? 0) > 1 ? `${name}(${department.name})` : name,
      id,
    ]),
  );
}

/** Ids of the colleagues whom a text mentions by `@name`; the longest name wins. */
export function mentionsIn(text: string, names: ReadonlyMap<string, string>): string[] {
  const sorted = [...names].sort(([a], [b]) => b.length - a.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const hit = sorted.find(([name]) => text.startsWith(name, at + 1));
    if (hit !== undefined) found.add(hit[1]);
  }
  return [...found];
}
