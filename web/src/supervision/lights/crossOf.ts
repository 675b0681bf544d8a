import type { LightCell, Totals } from '../../api/supervisionTypes.ts';
import type { Department, Text } from '../../api/types.ts';

export const lightOrder = ['red', 'yellow', 'green', 'paused'] as const;
export const levelOrder = ['district', 'town', 'village'] as const;

export interface CrossRow {
  department: Department;
  total: Totals;
  /** By pack code; absent where nothing is open. */
  cells: ReadonlyMap<string, Totals>;
}

export interface CrossLevel {
  level: string;
  total: Totals;
  cells: ReadonlyMap<string, Totals>;
  rows: CrossRow[];
}

export interface Cross {
  items: { packCode: string; name: Text; total: Totals }[];
  levels: CrossLevel[];
  total: Totals;
}

/** Cells put together as a table: departments by level, items as columns, sums of both; the reddest first. */
export function crossOf(cells: readonly LightCell[]): Cross {
  const items = [...group(cells, ({ item }) => item.packCode).values()]
    .map((of) => ({ packCode: first(of).item.packCode, name: first(of).item.name, total: sumOf(of) }))
    .sort((one, other) => redder(one.total, other.total));
  const byLevel = group(cells, ({ department }) => department.level ?? 'district');
  const levels = [...byLevel]
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([level, of]) => ({
      level,
      total: sumOf(of),
      cells: byItem(of),
      rows: [...group(of, ({ department }) => department.id).values()]
        .map((row) => ({ department: first(row).department, total: sumOf(row), cells: byItem(row) }))
        .sort(
          (one, other) =>
            redder(one.total, other.total) ||
            one.department.name.localeCompare(other.department.name, 'zh-CN'),
        ),
    }));
  return { items, levels, total: sumOf(cells) };
}

function placeOf(level: string): number {
  return (levelOrder as readonly unknown[]).indexOf(level);
}

function byItem(cells: readonly LightCell[]): ReadonlyMap<string, Totals> {
  return new Map([...group(cells, ({ item }) => item.packCode)].map(([code, of]) => [code, sumOf(of)]));
}

export function sumOf(cells: readonly Totals[]): Totals {
  const sum: Totals = { red: 0, yellow: 0, green: 0, paused: 0 };
  for (const cell of cells) for (const light of lightOrder) sum[light] += cell[light];
  return sum;
}

export function redder(one: Totals, other: Totals): number {
  return other.red - one.red || other.yellow - one.yellow || other.green - one.green;
}

function group<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const known = groups.get(keyOf(entry));
    if (known === undefined) groups.set(keyOf(entry), [entry]);
    else known.push(entry);
  }
  return groups;
}

function first<T>(entries: readonly T[]): T {
  return entries[0] as T;
}
