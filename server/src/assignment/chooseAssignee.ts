import type { AssignmentRuleDocument } from './model.ts';

export type NotAssigned = 'nobodyThere' | 'areaUncovered';

/**
 * Whose turn it is. `available` are those who may have the task now: active, of the role, not away. By area the smaller
 * division counts before the larger one; an area that nobody present covers stays in the queue.
 */
export function chooseAssignee(options: {
  rule: Pick<AssignmentRuleDocument, 'method' | 'members' | 'areas' | 'lastUserId'>;
  available: ReadonlySet<string>;
  /** Open tasks of each. */
  loadOf: ReadonlyMap<string, number>;
  area: { town?: string; village?: string };
}): { userId: string } | { none: NotAssigned } {
  const { rule, available, loadOf, area } = options;
  if (rule.method === 'byArea') {
    for (const division of [area.village, area.town]) {
      const own = rule.areas.filter((entry) => entry.division === division && available.has(entry.userId));
      const least = leastLoaded(
        own.map(({ userId }) => userId),
        loadOf,
      );
      if (division !== undefined && least !== undefined) return { userId: least };
    }
    return { none: 'areaUncovered' };
  }
  const last = rule.members.indexOf(rule.lastUserId ?? '');
  const turns = [...rule.members.slice(last + 1), ...rule.members.slice(0, last + 1)];
  const present = turns.filter((id) => available.has(id));
  const userId = rule.method === 'roundRobin' ? present[0] : leastLoaded(present, loadOf);
  return userId === undefined ? { none: 'nobodyThere' } : { userId };
}

/** Among equals the one whose turn comes first. */
function leastLoaded(ids: readonly string[], loadOf: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const id of ids) if (best === undefined || (loadOf.get(id) ?? 0) < (loadOf.get(best) ?? 0)) best = id;
  return best;
}
