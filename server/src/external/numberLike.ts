import { createHash } from 'node:crypto';

const part = /\[([^\]]+)\](?:\{(\d+)\})?|\\?(.)(?:\{(\d+)\})?/gu;

/**
 * A number after a pattern of literals and classes with counts (`^XF[0-9]{12}$`), the same for the same seed.
 * Throws RangeError for a pattern that says more than that.
 */
export function numberLike(pattern: string, seed: string): string {
  const digest = createHash('sha512').update(seed).digest();
  let at = 0;
  let text = '';
  for (const [, group, times, literal, repeat] of pattern.replace(/^\^|\$$/g, '').matchAll(part)) {
    const choices = group === undefined ? [literal ?? ''] : spread(group);
    for (let count = Number(times ?? repeat ?? 1); count > 0; count -= 1, at += 1)
      text += choices[(digest[at % digest.length] ?? 0) % choices.length] ?? '';
  }
  if (!new RegExp(pattern, 'u').test(text)) throw new RangeError(`cannot make a number like ${pattern}`);
  return text;
}

/** Characters of a class: `0-9A-Z`. */
function spread(group: string): string[] {
  return [...group.matchAll(/(.)-(.)|(.)/gu)].flatMap(([, from, to, one]) => {
    if (from === undefined || to === undefined) return [one ?? ''];
    const first = from.codePointAt(0) ?? 0;
    const length = (to.codePointAt(0) ?? 0) - first + 1;
    return Array.from({ length }, (_, index) => String.fromCodePoint(first + index));
  });
}
