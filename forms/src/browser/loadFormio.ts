import './provideGlobal.ts';
import { Evaluator } from '@formio/core';
import { Formio } from '@formio/js/form';
import chinese from '../../data/formio.zh-CN.json' with { type: 'json' };
import { type FieldClass, makeFileField } from './makeFileField.ts';
import { makeLicenseField } from './makeLicenseField.ts';
import { makePickerField, type TextFieldClass } from './makePickerField.ts';
import { makeSignatureField } from './makeSignatureField.ts';

/** The part of Form.io's form object that the view uses. */
export interface Webform {
  readonly submission: { readonly data: Record<string, unknown> };
  setSubmission(submission: { data: unknown }, flags?: object): Promise<unknown>;
  on(event: string, listener: (...parameters: readonly unknown[]) => void): void;
  getComponent(key: string): { setValue(value: unknown): unknown } | undefined;
  everyComponent(visit: (component: FieldComponent) => void): void;
  destroy(all?: boolean): void;
}

/** The part of a Form.io component that the view uses. */
export interface FieldComponent {
  readonly path: string;
  readonly visible: boolean;
  readonly element?: HTMLElement | null;
  readonly refs: { readonly messageContainer?: HTMLElement | null };
  focus(): void;
}

/** What Form.io hangs on its global object; its own types leave it out. */
interface FormioGlobal {
  readonly Evaluator: { noeval: boolean };
  readonly Components: {
    readonly components: { readonly textfield: TextFieldClass; readonly field: FieldClass };
    addComponent(name: string, component: unknown): void;
  };
  readonly cdn: { setBaseUrl(address: string): void };
  getUser: () => null;
  createForm(element: HTMLElement, form: unknown, options: object): Promise<Webform>;
}

const formio = Formio as unknown as FormioGlobal;
let prepared = false;

/** Makes Form.io safe for our pages, once: no evaluation, nothing from a foreign host, our own fields. */
export function prepareFormio(): void {
  if (prepared) return;
  prepared = true;
  formio.Evaluator.noeval = true;
  Evaluator.noeval = true;
  // No component that we allow loads anything; should one do so, it must fail at our own origin.
  formio.cdn.setBaseUrl(`${window.location.origin}/formio-libraries-are-not-served`);
  // Nobody is signed in to Form.io. Its own look for them reads the cookies anew for every text that it draws: two thirds of
  // the time that a large form takes.
  formio.getUser = () => null;
  formio.Components.addComponent('onewindowFile', makeFileField(formio.Components.components.field));
  formio.Components.addComponent(
    'onewindowSignature',
    makeSignatureField(formio.Components.components.field),
  );
  formio.Components.addComponent(
    'onewindowLicense',
    makeLicenseField(formio.Components.components.textfield),
  );
  formio.Components.addComponent('onewindowPicker', makePickerField(formio.Components.components.textfield));
}

/** Draws a form into an element. */
export async function createForm(element: HTMLElement, form: unknown, options: object): Promise<Webform> {
  prepareFormio();
  const i18n = { 'zh-CN': { ...chinese } };
  return formio.createForm(element, structuredClone(form), {
    ...options,
    i18n,
    noAlerts: true,
    highlightErrors: false,
  });
}
