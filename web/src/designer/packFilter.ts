import type { PackListItem } from '../api/packTypes.ts';

export const packStates = ['all', 'live', 'draft', 'unpublished', 'retired'] as const;
export type PackState = (typeof packStates)[number];
export const packOrders = ['code', 'name', 'changed', 'running', 'findings'] as const;
export type PackOrder = (typeof packOrders)[number];

/** What of the list of packs is shown, and in which order: kept in the address. */
export interface PackFilter {
  readonly text: string;
  readonly state: PackState;
  readonly order: PackOrder;
}

export function readPackFilter(search: URLSearchParams): PackFilter {
  return {
    text: search.get('q') ?? '',
    state: packStates.find((one) => one === search.get('state')) ?? 'all',
    order: packOrders.find((one) => one === search.get('order')) ?? 'code',
  };
}

export function writePackFilter({ text, state, order }: PackFilter): Record<string, string> {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(state === 'all' ? {} : { state }),
    ...(order === 'code' ? {} : { order }),
  };
}

/** When the pack or a draft of it was changed last, as an instant. */
export function lastChange({ published, drafts }: PackListItem): string {
  return [published?.publishedAt ?? '', ...drafts.map(({ savedAt }) => savedAt)].sort().at(-1) ?? '';
}

export function findingsOf({ drafts }: PackListItem): { errors: number; warnings: number } {
  return {
    errors: drafts.reduce((sum, { errorCount }) => sum + errorCount, 0),
    warnings: drafts.reduce((sum, { warningCount }) => sum + warningCount, 0),
  };
}

/** The packs that a filter leaves, in its order. */
export function filterPacks(packs: readonly PackListItem[], filter: PackFilter): PackListItem[] {
  const wanted = filter.text.trim().toLowerCase();
  return packs
    .filter((pack) => {
      const { name, packCode, department, drafts } = pack;
      const words = [
        name['zh-CN'],
        name.en,
        packCode,
        typeof department === 'string' ? department : department.name,
        ...drafts.map(({ by }) => by),
      ];
      return words.some((word) => word.toLowerCase().includes(wanted)) && isIn(filter.state, pack);
    })
    .sort(orders[filter.order]);
}

function isIn(state: PackState, { published, drafts }: PackListItem): boolean {
  if (state === 'draft') return drafts.length > 0;
  if (state === 'unpublished') return published === null;
  if (state === 'all') return true;
  return published?.state === state;
}

const byCode = (a: PackListItem, b: PackListItem) => a.packCode.localeCompare(b.packCode);
const orders: Record<PackOrder, (a: PackListItem, b: PackListItem) => number> = {
  code: byCode,
  name: (a, b) => a.name['zh-CN'].localeCompare(b.name['zh-CN'], 'zh-CN'),
  changed: (a, b) => lastChange(b).localeCompare(lastChange(a)) || byCode(a, b),
  running: (a, b) => b.runningCases - a.runningCases || byCode(a, b),
  findings: (a, b) =>
    findingsOf(b).errors - findingsOf(a).errors ||
    findingsOf(b).warnings - findingsOf(a).warnings ||
    byCode(a, b),
};
