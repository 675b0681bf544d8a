import type { JsonObject } from '../model/formDefinition.ts';
import type { FormHost } from './fileHost.ts';

/** The part of Form.io's text field that is built upon. */
export interface TextFieldLike {
  readonly component: JsonObject & { readonly inputType?: string };
  readonly options: { readonly onewindow?: FormHost };
  attach(element: HTMLElement): Promise<unknown>;
  readonly inputInfo: { attr: Record<string, string>; changeEvent: string };
  readonly refs: { readonly input?: readonly HTMLInputElement[] };
  getValueAt(index: number): unknown;
  setValueAt(index: number, value: unknown, flags?: object): unknown;
}
export type TextFieldClass = new (component: unknown, options: unknown, data: unknown) => TextFieldLike;

/**
 * A text field with the browser's own picker: `date`, `month`, or `datetime-local`, whose value is kept as
 * `YYYY-MM-DD HH:MM`. Form.io's date field would load a library from a foreign host.
 */
export function makePickerField(TextField: TextFieldClass): TextFieldClass {
  return class PickerField extends TextField {
    override get inputInfo() {
      const info = super.inputInfo;
      info.attr['type'] = this.component.inputType ?? 'text';
      if (info.attr['type'] !== 'text' && info.attr['type'] !== 'tel')
        info.attr['max'] = '2199-12-31'.slice(0, 10);
      if (info.attr['type'] === 'month') info.attr['max'] = '2199-12';
      if (info.attr['type'] === 'datetime-local') info.attr['max'] = '2199-12-31T23:59';
      return info;
    }

    override getValueAt(index: number): unknown {
      const value = super.getValueAt(index);
      return typeof value === 'string' ? value.replace('T', ' ') : value;
    }

    override setValueAt(index: number, value: unknown, flags?: object): unknown {
      const shown =
        this.component.inputType === 'datetime-local' && typeof value === 'string'
          ? value.replace(' ', 'T')
          : value;
      return super.setValueAt(index, shown, flags);
    }
  };
}
