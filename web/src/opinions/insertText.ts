type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Whether words can be written into the element. */
export function isTextField(element: unknown): element is TextField {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  return (
    element instanceof HTMLInputElement && element.type === 'text' && !element.readOnly && !element.disabled
  );
}

/**
 * Puts words at the cursor of a field, as if they were typed: React and Form.io both hear of it. Words that the field's
 * `maxlength` leaves no room for are cut.
 */
export function insertText(field: TextField, words: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const joined = field.value.slice(0, start) + words + field.value.slice(end);
  const value = field.maxLength > 0 ? joined.slice(0, field.maxLength) : joined;
  const shape = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(shape.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: words, inputType: 'insertText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.focus();
  const place = Math.min(value.length, start + words.length);
  field.setSelectionRange(place, place);
}
