/** Names that wait for each other in a circle, the first one again at the end; null when there is no circle. */
export function findCycle(waitsFor: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): string[] | null => {
    const at = way.indexOf(name);
    if (at >= 0) return [...way.slice(at), name];
    if (done.has(name)) return null;
    for (const next of waitsFor.get(name) ?? []) {
      const circle = visit(next, [...way, name]);
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of waitsFor.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return null;
}
