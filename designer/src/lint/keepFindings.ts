import type { Finding } from '../model/packFiles.ts';

/**
 * The findings of a new check, each the object of the last one where it says the same; the same list where all do. What
 * shows them draws only what is new.
 */
export function keepFindings(old: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding[]>();
  for (const finding of old) {
    const said = JSON.stringify(finding);
    known.set(said, [...(known.get(said) ?? []), finding]);
  }
  const kept = found.map((finding) => known.get(JSON.stringify(finding))?.shift() ?? finding);
  return kept.length === old.length && kept.every((finding, at) => finding === old[at]) ? old : kept;
}
