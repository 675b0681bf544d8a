import type { Unranked } from '../model.ts';

export interface Rankable {
  subjectId: string;
  group: string;
  score: number | null;
  base: number;
}

export interface Ranked {
  rank: number | null;
  /** How many have a rank in the group. */
  rankedOf: number;
  tied: boolean;
  unranked?: Unranked;
}

/**
 * Ranks within each group by score, best first; equal scores (to the hundredth) share a rank and the next ones are passed
 * over: 1, 2, 2, 4. Whoever has fewer than `minimum` facts has no rank: chance would rank them. Pure.
 */
export function rankSubjects(subjects: readonly Rankable[], minimum: number): Map<string, Ranked> {
  const ranked = new Map<string, Ranked>();
  const groups = new Map<string, (Rankable & { score: number })[]>();
  for (const subject of subjects) {
    const { group, score, base, subjectId } = subject;
    const competing = groups.get(group) ?? [];
    groups.set(group, competing);
    if (score === null) ranked.set(subjectId, { ...none, unranked: 'noScore' });
    else if (base < minimum) ranked.set(subjectId, { ...none, unranked: 'fewFacts' });
    else competing.push({ ...subject, score });
  }
  for (const competing of groups.values())
    for (const { subjectId, score } of competing)
      ranked.set(subjectId, {
        rank: 1 + competing.filter((other) => other.score > score).length,
        rankedOf: competing.length,
        tied: competing.some((other) => other.subjectId !== subjectId && other.score === score),
      });
  return new Map(
    subjects.map(({ subjectId, group }) => [
      subjectId,
      { ...(ranked.get(subjectId) ?? none), rankedOf: groups.get(group)?.length ?? 0 },
    ]),
  );
}

const none: Ranked = { rank: null, rankedOf: 0, tied: false };
