const remembered = 'onewindow.recentItems';

/** A chosen item: codes and names of the public catalogue, no personal data. */
export interface RecentItem {
  packCode: string;
  operation: string;
}

/** The items this window started last, latest first. */
export function readRecentItems(): RecentItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(remembered) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecentItem).slice(0, 6) : [];
  } catch {
    return [];
  }
}

export function rememberItem(item: RecentItem): void {
  const others = readRecentItems().filter(
    (entry) => entry.packCode !== item.packCode || entry.operation !== item.operation,
  );
  try {
    localStorage.setItem(remembered, JSON.stringify([item, ...others].slice(0, 6)));
  } catch {
    // Without storage there is simply no recent list.
  }
}

function isRecentItem(value: unknown): value is RecentItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'packCode' in value &&
    'operation' in value &&
    typeof value.packCode === 'string' &&
    typeof value.operation === 'string'
  );
}
