import type { Locator } from 'playwright-core';

/** A field of a form by the text of its label; the mark of a required field and hints may follow it. */
export function fieldNamed(form: Locator, label: string, role: 'textbox' | 'combobox' = 'textbox'): Locator {
  const text = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return form.getByRole(role, { name: new RegExp(`^${text}(?: |,|$)`) });
}
