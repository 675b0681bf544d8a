/**
 * Puts the focus on the heading of the page and shows it: what was pressed is gone with its act, and beside the heading stands what
 * the record has become. Whoever works without a mouse goes on from there.
 */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  // Scrolled to, it would lie under the header, which stays.
  scrollTo(0, 0);
}
