import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';

/** Where something stands in the JSON of a form: `['components', 0, 'components', 2]`. */
export type JsonPath = readonly (string | number)[];

/** Every edit changes the text of the form at its place only: what was written elsewhere stays byte for byte. */

/** Sets one value; undefined removes it. */
export function setInForm(text: string, path: JsonPath, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: habitsOf(text) }));
}

/** Puts components into a list before the one at `index`. */
export function insertInForm(
  text: string,
  list: JsonPath,
  index: number,
  values: readonly unknown[],
): string {
  return values.reduce<string>((result, value, at) => {
    const path = [...list, index + at];
    const options = { formattingOptions: habitsOf(text), isArrayInsertion: true };
    return applyEdits(result, modify(result, path, value, options));
  }, text);
}

/** Takes the component at a path out. */
export function removeFromForm(text: string, path: JsonPath): string {
  return setInForm(text, path, undefined);
}

/** How the text is indented and whether it ends lines in the way of Windows. */
function habitsOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const tabs = indent.startsWith('\t');
  return {
    insertSpaces: !tabs,
    tabSize: tabs ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A new form as it is kept. */
export function writeForm(form: unknown): string {
  return `${JSON.stringify(form, null, 2)}\n`;
}
