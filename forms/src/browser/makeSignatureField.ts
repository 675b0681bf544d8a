import { type FileReference, isObject } from '../model/formDefinition.ts';
import { composeSignature } from './composeSignature.ts';
import { type FormHost, UploadRefused } from './fileHost.ts';
import { drawFile } from './fileParts.ts';
import type { FieldClass } from './makeFileField.ts';
import { drawButton, drawSigningPlace } from './signatureParts.ts';
import { viewTexts } from './viewTexts.ts';

/**
 * A file field that is signed on the screen: drawn by pen, finger or mouse, or, where that is not possible, with a typed
 * name. Either becomes one picture with the statement, the name and the day on it, which goes to the host page like any
 * file; its value is a list of one {@link FileReference}.
 */
export function makeSignatureField(Field: FieldClass): FieldClass {
  return class SignatureField extends Field {
    private place: HTMLElement | undefined;

    static schema(...extend: object[]): object {
      return Object.assign(
        { type: 'onewindowSignature', input: true, label: '', key: 'signature', validate: {} },
        ...extend,
      );
    }

    get defaultSchema(): object {
      return SignatureField.schema();
    }

    get emptyValue(): unknown[] {
      return [];
    }

    private get signed(): FileReference | undefined {
      return Array.isArray(this.dataValue) ? (this.dataValue as FileReference[])[0] : undefined;
    }

    private get texts() {
      return viewTexts[this.options.language ?? 'zh-CN'];
    }

    private get statement(): string {
      const properties = isObject(this.component['properties']) ? this.component['properties'] : {};
      return typeof properties['statement'] === 'string' ? properties['statement'] : '';
    }

    override render(): string {
      return super.render('<div class="ow-files ow-signature" data-ow-signature></div>');
    }

    override async attach(element: HTMLElement): Promise<unknown> {
      const attached = await super.attach(element);
      this.place = element.querySelector<HTMLElement>('[data-ow-signature]') ?? undefined;
      this.draw();
      return attached;
    }

    override setValue(value: unknown, flags?: object): unknown {
      const changed = super.setValue(value, flags);
      this.draw();
      return changed;
    }

    private draw(note = ''): void {
      if (this.place === undefined) return;
      const host: FormHost = this.options.onewindow ?? {};
      const parts: HTMLElement[] = [];
      if (this.statement !== '') parts.push(paragraph(this.statement, 'ow-statement'));
      const { signed } = this;
      const locked = this.options.readOnly === true;
      if (signed !== undefined) {
        const list = document.createElement('ul');
        list.append(drawFile({ file: signed, host, removeLabel: '' }));
        parts.push(list);
        if (!locked) parts.push(drawButton(this.texts.signature.again, () => this.clear()));
      } else if (host.upload === undefined || locked) parts.push(paragraph(this.texts.noUpload, 'form-text'));
      else
        parts.push(
          drawSigningPlace({
            texts: this.texts.signature,
            label: String(this.component['label'] ?? ''),
            onSign: (drawn, name) =>
              void this.sign(drawn, name, host.upload as NonNullable<FormHost['upload']>),
          }),
        );
      if (note !== '') parts.push(problem(note));
      this.place.replaceChildren(...parts);
    }

    private async sign(
      drawn: HTMLCanvasElement | null,
      name: string,
      upload: NonNullable<FormHost['upload']>,
    ): Promise<void> {
      const { signature: words } = this.texts;
      try {
        const picture = await composeSignature({ drawn, name, statement: this.statement, words });
        const title = drawn === null ? words.typedName(name) : words.drawn;
        const file = new File([picture], `${title}.png`, { type: 'image/png' });
        const { photo: _, ...kept } = await upload(file, this.path, () => undefined);
        this.updateValue([kept], { modified: true });
        this.draw();
      } catch (error) {
        this.draw(error instanceof UploadRefused ? error.message : this.texts.uploadFailed);
      }
      this.place?.querySelector<HTMLElement>('button, canvas')?.focus();
    }

    private clear(): void {
      this.updateValue([], { modified: true });
      this.draw();
      this.place?.querySelector<HTMLElement>('input')?.focus();
    }
  };
}

function paragraph(text: string, className: string): HTMLElement {
  const line = document.createElement('p');
  line.className = className;
  line.textContent = text;
  return line;
}

function problem(text: string): HTMLElement {
  const line = paragraph(text, 'ow-file-wrong');
  line.setAttribute('role', 'alert');
  return line;
}
