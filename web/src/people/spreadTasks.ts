interface Person {
  id: string;
  roles: readonly string[];
  /** Open tasks on the desk. */
  open: number;
}

/** A proposal: each task to the colleague of its role who has least then; those that nobody can do are left out. */
export function spreadTasks(
  tasks: readonly { id: string; role: string }[],
  colleagues: readonly Person[],
): Record<string, string> {
  const load = new Map(colleagues.map((person) => [person.id, person.open]));
  const proposal: Record<string, string> = {};
  for (const task of tasks) {
    const fit = colleagues.filter((person) => person.roles.includes(task.role));
    const least = fit.reduce<Person | undefined>(
      (best, one) => (best === undefined || (load.get(one.id) ?? 0) < (load.get(best.id) ?? 0) ? one : best),
      undefined,
    );
    if (least === undefined) continue;
    proposal[task.id] = least.id;
    load.set(least.id, (load.get(least.id) ?? 0) + 1);
  }
  return proposal;
}
