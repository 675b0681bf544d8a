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
    let inDialog = false;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      inDialog = target.closest('[role="dialog"]') !== null;
      places.push(target);
      if (places.length > remembered) places.shift();
    };
    const goBack = () => {
      const last = places.at(-1);
      if (!inDialog || last === undefined || last.isConnected || document.activeElement !== document.body)
        return;
      places
        .findLast((place) => place.isConnected && place !== document.body)
        ?.focus({ preventScroll: true });
    };
    // The key that closed the dialog would press the button that the focus comes back to.
    let keyIsDown = false;
    const keyDown = () => {
      keyIsDown = true;
    };
    const keyUp = () => {
      keyIsDown = false;
      goBack();
    };
    // Dialogs hang on the body itself; what is left of one when it goes is an empty element.
    const gone = new MutationObserver(() => {
      if (!keyIsDown) goBack();
    });
    document.addEventListener('focusin', note);
    document.addEventListener('keydown', keyDown, true);
    document.addEventListener('keyup', keyUp, true);
    window.addEventListener('blur', keyUp);
    gone.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('keydown', keyDown, true);
      document.removeEventListener('keyup', keyUp, true);
      window.removeEventListener('blur', keyUp);
      gone.disconnect();
    };
  }, []);
}
