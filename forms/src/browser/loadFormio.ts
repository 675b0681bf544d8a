import { Components, Evaluator, Formio } from '@formio/js/form';
import chinese from '../../data/formio.zh-CN.json' with { type: 'json' };
import { FileField } from './FileField.ts';
import { MinuteField } from './MinuteField.ts';

/** The part of Form.io's form object that the view uses. */
export interface Webform {
  submission: { data: Record<string, unknown> };
  setSubmission(submission: { data: unknown }, flags?: object): Promise<unknown>;
  on(event: string, listener: (...parameters: never[]) => void): void;
  everyComponent(visit: (component: FieldComponent) => void): void;
  destroy(all?: boolean): void;
}

/** The part of a Form.io component that the view uses. */
export interface FieldComponent {
  readonly path: string;
  readonly visible: boolean;
  readonly hasInput: boolean;
  readonly element?: HTMLElement;
  readonly refs: { readonly messageContainer?: HTMLElement };
  focus(): void;
}

let prepared = false;

/** Makes Form.io safe for our pages, once: no evaluation, nothing from a foreign host, our own fields. */
function prepareFormio(): void {
  if (prepared) return;
  prepared = true;
  Evaluator.noeval = true;
  (Formio as unknown as { Evaluator: { noeval: boolean } }).Evaluator.noeval = true;
  // No component that we allow loads anything; should one do so, it must fail at our own origin.
  Formio.cdn.setBaseUrl(`${window.location.origin}/formio-libraries-are-not-served`);
  Components.addComponent('onewindowFile', FileField as never);
  Components.addComponent('onewindowMinute', MinuteField as never);
}

/** Draws a form into an element. */
export async function createForm(element: HTMLElement, form: unknown, options: Record<string, unknown>): Promise<Webform> {
  prepareFormio();
  const all = { ...options, i18n: { 'zh-CN': chinese }, noAlerts: true, highlightErrors: false };
  return (await Formio.createForm(element, form as never, all as never)) as unknown as Webform;
}
