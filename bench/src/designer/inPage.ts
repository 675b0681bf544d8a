/** Scripts that run inside the page; texts, because the rest of the measurement knows no browser. */

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
