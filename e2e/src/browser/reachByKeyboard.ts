import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Where the focus is, in words, for the message of a failure. */
const focused =
  '(() => { const e = document.activeElement; return e === null ? "nothing" : e.outerHTML.slice(0, 160); })()';
/** What lies over all of the focused element (WCAG 2.2, 2.4.11), in words; null when it is on the screen and free. */
const whatHides = `(() => {
  const element = document.activeElement;
  const shown = element.matches('input') ? (element.closest('label, .ant-select, .ant-input-affix-wrapper') ?? element) : element;
  const box = shown.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 0), innerWidth - 1);
  const over = [box.top + 3, box.top + box.height / 2, box.bottom - 3].map((y) => document.elementFromPoint(x, y));
  if (over.some((top) => top !== null && (shown.contains(top) || top.contains(shown)))) return null;
  const place = 'from ' + Math.round(box.top) + ' to ' + Math.round(box.bottom) + ' of ' + innerHeight;
  return place + ' under ' + (over[1]?.outerHTML.slice(0, 160) ?? 'nothing: it is not on the screen');
})()`;

interface InGrid {
  readonly ownerDocument: { readonly activeElement: unknown };
  closest(selector: string): InGrid | null;
  compareDocumentPosition(other: InGrid): number;
}

interface Focusable {
  readonly ownerDocument: { readonly activeElement: unknown };
}

/** True when the element is the one that keys go to. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: Focusable) => element.ownerDocument.activeElement === element);
}

/**
 * What to press to come to the element: null when it has the focus. Within a grid (one stop of Tab) the arrow that leads
 * from the focused cell towards it.
 */
function keyTowards(element: InGrid): 'ArrowRight' | 'ArrowLeft' | 'ArrowDown' | 'ArrowUp' | 'Tab' | null {
  const at = element.ownerDocument.activeElement as InGrid | null;
  if (at === element) return null;
  const grid = element.closest('[role="grid"]');
  if (at === null || grid === null || at.closest('[role="grid"]') !== grid) return 'Tab';
  const [row, atRow] = [element.closest('[role="row"]'), at.closest('[role="row"]')];
  if (row === null || atRow === null) return 'Tab';
  const follows = 4; // Node.DOCUMENT_POSITION_FOLLOWING
  if (row === atRow) return (at.compareDocumentPosition(element) & follows) > 0 ? 'ArrowRight' : 'ArrowLeft';
  return (atRow.compareDocumentPosition(row) & follows) > 0 ? 'ArrowDown' : 'ArrowUp';
}

/** Waits until the page has put the focus on an element by itself; fails after five seconds. */
export async function untilFocused(target: Locator): Promise<void> {
  for (let asked = 0; asked < 50; asked += 1) {
    if (await hasFocus(target)) return;
    await target.page().waitForTimeout(100);
  }
  assert.fail(`${String(target)} never got the focus`);
}

/**
 * Presses Tab (or Shift+Tab) until the element has the focus, as a person without a mouse would; fails when it is not
 * reached within `most` presses or when the focus is then hidden.
 */
export async function tabTo(
  page: Page,
  target: Locator,
  options: { most?: number; back?: boolean } = {},
): Promise<void> {
  const { most = 60, back = false } = options;
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses <= most; presses += 1) {
    const key = await target.evaluate(keyTowards);
    if (key === null) {
      return assertInSight(page);
    }
    await page.keyboard.press(key === 'Tab' && back ? 'Shift+Tab' : key);
  }
  assert.fail(
    `Tab does not reach ${String(target)}; the focus is at ${await page.evaluate<string>(focused)}`,
  );
}

/**
 * Fails when the focused element stays hidden. What the page adds above it (an offer of a known answer, a message) moves it
 * for a moment, until the page has scrolled after it.
 */
async function assertInSight(page: Page): Promise<void> {
  let hidden: string | null = null;
  for (let asked = 0; asked < 10; asked += 1) {
    hidden = await page.evaluate<string | null>(whatHides);
    if (hidden === null) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`the focus is hidden at ${await page.evaluate<string>(focused)}: ${hidden}`);
}

/** Reaches a text field by Tab and writes into it; what was there is replaced. */
export async function writeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Reaches a button or a link by Tab and presses Enter. */
export async function press(
  page: Page,
  target: Locator,
  options: { most?: number; back?: boolean } = {},
): Promise<void> {
  await tabTo(page, target, options);
  await page.keyboard.press('Enter');
}

/** Reaches a radio group by Tab and chooses its nth entry (from 0) with the arrow keys. */
export async function chooseRadio(page: Page, group: Locator, index: number): Promise<void> {
  const radios = group.getByRole('radio');
  const checked = group.getByRole('radio', { checked: true });
  await tabTo(page, (await checked.count()) === 0 ? radios.first() : checked);
  await page.keyboard.press('Space');
  // Where the choice stands in the address, the page shows it a moment later.
  const shown = radios.and(page.locator(':focus')).and(page.locator(':checked'));
  await shown.waitFor({ state: 'attached' });
  const wanted = radios.nth(index);
  for (let presses = 0; presses < 12 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown');
    await shown.waitFor({ state: 'attached' });
  }
  assert.ok(await wanted.isChecked(), 'the arrow keys choose the entry');
}
