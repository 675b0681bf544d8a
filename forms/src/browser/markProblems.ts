import type { FieldProblem } from '../model/formDefinition.ts';
import type { FieldComponent, Webform } from './loadFormio.ts';

export type ShownProblem = Pick<FieldProblem, 'path' | 'message'>;

const inputs = 'input:not([type=hidden], [type=file]), select, textarea, button.ow-choose';

/**
 * Writes each problem at its field and ties it to the inputs (`aria-invalid`, `aria-describedby`); clears the others.
 * A problem whose field is not on the page stays in the summary only.
 */
export function markProblems(webform: Webform, problems: readonly ShownProblem[], prefix: string): void {
  const messages = new Map<string, string[]>();
  for (const { path, message } of problems) messages.set(path, [...(messages.get(path) ?? []), message]);
  webform.everyComponent((component) => {
    mark(component, (messages.get(component.path) ?? []).join('；'), `${prefix}-${component.path}`);
  });
}

function mark(component: FieldComponent, message: string, id: string): void {
  const { element } = component;
  const container = component.refs.messageContainer;
  if (!element || !container) return;
  // Not allowed on this role (WAI-ARIA 1.2); the star of the label and the message say it.
  element.querySelector('[role=group][aria-required]')?.removeAttribute('aria-required');
  if (container.textContent === message && element.classList.contains('ow-invalid') === (message !== ''))
    return;
  container.textContent = message;
  container.id = id;
  element.classList.toggle('ow-invalid', message !== '');
  for (const input of element.querySelectorAll(inputs)) {
    if (input.closest('.formio-component') !== element) continue;
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((part) => part !== '' && part !== id);
    if (message === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    const all = message === '' ? described : [...described, id];
    if (all.length === 0) input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', all.join(' '));
  }
}

/** Puts the focus into the first input of a field; false when the field is not on the page. */
export function focusField(webform: Webform, path: string): boolean {
  let found: HTMLElement | null | undefined;
  webform.everyComponent((component) => {
    if (component.path === path && component.visible) found = component.element;
  });
  const target = found?.querySelector<HTMLElement>(`${inputs}, button`);
  if (target === undefined || target === null) return false;
  target.scrollIntoView({ block: 'center' });
  target.focus();
  return true;
}
