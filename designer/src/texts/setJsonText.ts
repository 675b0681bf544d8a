import { applyEdits, modify } from 'jsonc-parser';

/** A JSON text with one value changed; indentation, order and end of the file stay as they are. */
export function setJsonText(text: string, path: readonly (string | number)[], value: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = modify(text, [...path], value, {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol },
  });
  return applyEdits(text, edits);
}
