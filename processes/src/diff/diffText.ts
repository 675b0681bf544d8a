import type { Change } from './changeSchema.ts';
import { same, word } from './diffTexts.ts';

/** A file that is compared as text: the first line that differs is shown. `matters` unless it is a remark. */
export function diffText(options: {
  readonly file: string;
  readonly area: Change['area'];
  readonly before: string;
  readonly after: string;
  /** Whether a reader exists for this file but could not read it. */
  readonly unreadable: boolean;
}): Change {
  const { file, area, unreadable } = options;
  const [before, after] = [lines(options.before), lines(options.after)];
  const at = before.findIndex((line, place) => after[place] !== line);
  const place = at < 0 ? before.length : at;
  const line = (texts: readonly string[]): Change['before'] => {
    const text = texts[place];
    return text === undefined
      ? null
      : { value: text, words: word('line', { line: place + 1, text: text.trim() }) };
  };
  return {
    area,
    kind: 'changed',
    where: { file, element: '', name: word('named', { type: word('file'), name: same(file) }) },
    property: { key: 'text', label: word(unreadable ? 'unreadable' : 'text') },
    before: line(before),
    after: line(after),
    matters: unreadable,
  };
}

function lines(text: string): string[] {
  return text.replaceAll('\r\n', '\n').split('\n');
}
