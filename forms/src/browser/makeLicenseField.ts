import { licenseTypesOf } from '../model/tradeSettings.ts';
import type { TextFieldClass } from './makePickerField.ts';

let lists = 0;

/**
 * A text field for the number of a license: those that the applicant holds are offered by name, by the browser's own
 * list, which keyboard and screen readers know. Without a host that knows them the number is typed.
 */
export function makeLicenseField(TextField: TextFieldClass): TextFieldClass {
  return class LicenseField extends TextField {
    override async attach(element: HTMLElement): Promise<unknown> {
      const attached = await super.attach(element);
      void this.offer(element);
      return attached;
    }

    private async offer(element: HTMLElement): Promise<void> {
      const input = this.refs.input?.[0];
      const find = this.options.onewindow?.findLicenses;
      if (input === undefined || find === undefined) return;
      try {
        const offered = await find(licenseTypesOf({ ...this.component, type: 'textfield' }));
        const list = document.createElement('datalist');
        lists += 1;
        list.id = `ow-licenses-${lists}`;
        list.append(
          ...offered.map(({ licenseNo, name }) => {
            const option = document.createElement('option');
            option.value = licenseNo;
            option.label = `${name} ${licenseNo}`;
            return option;
          }),
        );
        element.append(list);
        input.setAttribute('list', list.id);
      } catch {
        // The number can still be typed; the server checks it.
      }
    }
  };
}
