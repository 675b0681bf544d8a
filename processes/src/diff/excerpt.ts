/** Characters of the common text that are kept on each side of what differs. */
const AROUND = 16;

/**
 * Two long texts cut down to where they differ, at most about `longest` characters each; short ones stay whole.
 * Line ends are shown as ⏎.
 */
export function excerpt(before: string, after: string, longest: number): [string, string] {
  const [left, right] = [oneLine(before), oneLine(after)];
  if (left.length <= longest && right.length <= longest) return [left, right];
  const shared = commonLength(left, right);
  const rest = Math.min(left.length, right.length) - shared;
  const ending = Math.min(rest, commonLength(reverse(left), reverse(right)));
  const from = Math.max(0, shared - AROUND);
  const cut = (text: string) => {
    const to = Math.min(text.length, text.length - ending + AROUND, from + longest);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return [cut(left), cut(right)];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
}

function commonLength(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

function reverse(text: string): string {
  return text.split('').reverse().join('');
}
