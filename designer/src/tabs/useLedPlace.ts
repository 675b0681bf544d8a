import { type RefObject, useEffect } from 'react';

/** Where a finding leads to: `at` is the place in the pack, `turn` counts so that the same may be led to again. */
export interface LedPlace {
  readonly at: string | undefined;
  readonly turn: number;
}

/** Milliseconds to wait for a part that is loaded only now. */
const PATIENCE = 4000;

/** Puts the focus on the field of a place once it is there: the longest part of `at` that is marked. */
export function useLedPlace(root: RefObject<HTMLElement | null>, place: LedPlace | null): void {
  useEffect(() => {
    if (place?.at === undefined || root.current === null) return;
    const box = root.current;
    const lead = () => {
      const found = nearestPlace(box, place.at ?? '');
      if (found === null) return false;
      for (const old of box.querySelectorAll('.owd-led')) old.classList.remove('owd-led');
      found.classList.add('owd-led');
      for (const fold of [found.closest('details'), ...found.querySelectorAll('details')])
        if (fold !== null) fold.open = true;
      found.scrollIntoView({ block: 'center' });
      found
        .querySelector<HTMLElement>(
          'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])',
        )
        ?.focus({ preventScroll: true });
      return true;
    };
    if (lead()) return;
    const observer = new MutationObserver(() => {
      if (lead()) observer.disconnect();
    });
    observer.observe(box, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), PATIENCE);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [root, place]);
}

function nearestPlace(box: HTMLElement, at: string): HTMLElement | null {
  const places = [...box.querySelectorAll<HTMLElement>('[data-place]')];
  for (let path = at; path !== ''; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const found =
      places.find((entry) => entry.dataset['place'] === path) ??
      places.find((entry) => entry.dataset['place']?.startsWith(`${path}.`));
    if (found) return found;
  }
  return null;
}
