/** Scripts that run inside the page; texts, because the rest of the measurement knows no browser. */

/** Whether an element is drawn and listed. */
export const isDrawn = (id: string) =>
  `document.querySelector('[data-element-id="${id}"]') !== null && document.querySelector('.owd-outline [data-id="${id}"]') !== null`;

/** Starts to count frames. */
export const countFrames = `(() => {
  const count = { frames: 0, began: performance.now(), last: performance.now(), longest: 0, on: true };
  window.frameCount = count;
  const tick = (now) => {
    count.frames += 1;
    count.longest = Math.max(count.longest, now - count.last);
    count.last = now;
    if (count.on) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})()`;

/** Frames a second since counting began, and the milliseconds of the longest. */
export const readFrames = `(() => {
  const count = window.frameCount;
  count.on = false;
  return { rate: (count.frames * 1000) / (performance.now() - count.began), longest: count.longest };
})()`;

/** Milliseconds from when each of some keys is due to the frame after it: a timer that comes late is a key that waited. */
export const typeOn = (asked: { readonly label: string; readonly keys: number; readonly everyMs: number }) =>
  `(async () => {
  const field = document.querySelector('input[aria-label="${asked.label}"]');
  if (field === null) throw new Error('no field ${asked.label}');
  const times = [];
  for (let at = 0; at < ${asked.keys}; at += 1) {
    const due = performance.now() + ${asked.everyMs};
    await new Promise((resolve) => setTimeout(resolve, ${asked.everyMs}));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - due);
  }
  return times;
})()`;

/**
 * Watches the state of the findings from the next Enter on: when the key was pressed, and when they were last shown as
 * done after that, in milliseconds of the page.
 */
export const watchFindings = `(() => {
  const region = document.querySelector('.owd-findings');
  const seen = { pressed: 0, checking: 0, done: 0 };
  window.findingsSeen = seen;
  const look = () => {
    if (seen.pressed === 0) return;
    const checking = region.querySelector('[role="status"]').textContent.includes('正在检查');
    if (checking) [seen.checking, seen.done] = [performance.now(), 0];
    else if (seen.checking > 0 && seen.done === 0) seen.done = performance.now();
  };
  new MutationObserver(look).observe(region, { childList: true, characterData: true, subtree: true });
  const press = (event) => {
    if (event.key !== 'Enter') return;
    removeEventListener('keydown', press, true);
    seen.pressed = performance.now();
  };
  addEventListener('keydown', press, true);
})()`;

/** Milliseconds from the key to the findings, once they have been done for a quarter of a second. */
export const readFindingsTime = `new Promise((resolve) => {
  const look = () => {
    const { pressed, done } = window.findingsSeen;
    if (done > 0 && performance.now() - done > 250) resolve(done - pressed);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Presses the first kind of the open dialog; milliseconds until the frame after the new field is listed. */
export const addField = `(async () => {
  const listed = () => document.querySelectorAll('.owd-fields li').length;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const before = listed();
  const began = performance.now();
  document.querySelector('.owd-kinds button').click();
  while (listed() === before) await frame();
  await frame();
  return performance.now() - began;
})()`;
