import { useEffect } from 'react';

/** So many places are remembered. */
const remembered = 20;

/**
 * Gives the focus back to where it was before a dialog, or to what is left of the way there: a dialog that is taken out of
 * the page as it closes leaves it nowhere, and whoever works without a mouse would begin at the top of the page again.
 */
export function useFocusAfterDialog(): void {
  useEffect(() => {
    const places: HTMLElement[] = [];
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      places.push(target);
      if (places.length > remembered) places.shift();
    };
    // Dialogs hang on the body itself.
    const gone = new MutationObserver((changes) => {
      const closed = changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog));
      if (!closed || document.activeElement !== document.body) return;
      places.findLast((place) => place.isConnected)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    gone.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', note);
      gone.disconnect();
    };
  }, []);
}

function holdsDialog(node: Node): boolean {
  return node instanceof HTMLElement && node.querySelector('.ant-modal-root, .ant-drawer') !== null;
}
