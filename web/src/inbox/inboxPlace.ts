/** Where somebody was in a list before opening a task. */
export interface InboxPlace {
  taskId: string;
  /** How many tasks were loaded. */
  shown: number;
  /** How far the page was scrolled, CSS pixels. */
  scrolled: number;
}

const key = (search: string) => `onewindow.inbox${search}`;

/** Remembers the place in the list of this address, in this tab. */
export function rememberPlace(search: string, place: InboxPlace): void {
  sessionStorage.setItem(key(search), JSON.stringify(place));
}

/** The place that was left by opening a task. Null when there is none or it was returned to before. */
export function placeLeft(search: string): InboxPlace | null {
  const text = sessionStorage.getItem(key(search));
  return text === null ? null : (JSON.parse(text) as InboxPlace);
}

export function forgetPlace(search: string): void {
  sessionStorage.removeItem(key(search));
}
