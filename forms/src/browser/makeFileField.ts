import type { FileReference, Locale } from '../model/formDefinition.ts';
import { viewTexts } from './viewTexts.ts';

/** What the page around the form does with files. */
export interface FileHost {
  readonly upload?: (file: File, path: string) => Promise<FileReference>;
  readonly fileAddress?: (file: FileReference) => string;
}

/** The part of Form.io's field that is built upon. */
export interface FieldLike {
  readonly component: {
    readonly key: string;
    readonly label?: string;
    readonly multiple?: boolean;
    readonly filePattern?: string;
    readonly fileMaxSize?: string;
    readonly image?: boolean;
  };
  readonly id: string;
  readonly path: string;
  readonly options: {
    readonly readOnly?: boolean;
    readonly language?: Locale;
    readonly onewindow?: FileHost;
  };
  dataValue: unknown;
  render(element: string): string;
  attach(element: HTMLElement): Promise<unknown>;
  updateValue(value: unknown, flags: object): unknown;
  setValue(value: unknown, flags?: object): unknown;
}
export type FieldClass = new (component: unknown, options: unknown, data: unknown) => FieldLike;

/** A file field whose files go to the host page; its value is a list of {@link FileReference}. */
export function makeFileField(Field: FieldClass): FieldClass {
  return class FileField extends Field {
    private list: HTMLElement | undefined;

    static schema(...extend: object[]): object {
      return Object.assign(
        { type: 'onewindowFile', input: true, label: '', key: 'file', validate: {} },
        ...extend,
      );
    }

    get defaultSchema(): object {
      return FileField.schema();
    }

    get emptyValue(): unknown[] {
      return [];
    }

    private get files(): FileReference[] {
      return Array.isArray(this.dataValue) ? (this.dataValue as FileReference[]) : [];
    }

    override render(): string {
      return super.render('<div class="ow-files" data-ow-files></div>');
    }

    override async attach(element: HTMLElement): Promise<unknown> {
      const attached = await super.attach(element);
      this.list = element.querySelector<HTMLElement>('[data-ow-files]') ?? undefined;
      this.draw();
      return attached;
    }

    override setValue(value: unknown, flags?: object): unknown {
      const changed = super.setValue(value, flags);
      this.draw();
      return changed;
    }

    private draw(message = ''): void {
      if (this.list === undefined) return;
      const texts = viewTexts[this.options.language ?? 'zh-CN'];
      const { upload, fileAddress } = this.options.onewindow ?? {};
      const items = this.files.map((file) => this.drawFile(file, fileAddress, texts.remove(file.name)));
      const list = document.createElement('ul');
      list.append(...items);
      const status = document.createElement('p');
      status.className = 'form-text';
      status.setAttribute('role', 'status');
      status.textContent = message || (upload === undefined && items.length === 0 ? texts.noUpload : '');
      const full = this.component.multiple !== true && items.length > 0;
      this.list.replaceChildren(
        list,
        ...(upload === undefined || full ? [] : [this.drawInput(upload)]),
        status,
      );
    }

    private drawFile(
      file: FileReference,
      address: FileHost['fileAddress'],
      removeLabel: string,
    ): HTMLElement {
      const item = document.createElement('li');
      const name = document.createElement(address === undefined ? 'span' : 'a');
      name.textContent = `${file.name}（${formatSize(file.size)}）`;
      if (name instanceof HTMLAnchorElement && address !== undefined) name.href = address(file);
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'btn btn-secondary btn-sm ow-remove';
      remove.setAttribute('aria-label', removeLabel);
      remove.textContent = '×';
      remove.addEventListener('click', () => this.keep(this.files.filter((other) => other.id !== file.id)));
      item.append(name, ...(this.options.readOnly === true ? [] : [remove]));
      return item;
    }

    private drawInput(upload: NonNullable<FileHost['upload']>): HTMLElement {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = `${this.id}-${this.component.key}`;
      input.className = 'form-control';
      input.setAttribute('aria-labelledby', `l-${this.id}-${this.component.key}`);
      input.accept = this.component.filePattern ?? '';
      input.multiple = this.component.multiple === true;
      input.addEventListener('change', () => void this.take([...(input.files ?? [])], upload));
      return input;
    }

    private async take(chosen: readonly File[], upload: NonNullable<FileHost['upload']>): Promise<void> {
      const texts = viewTexts[this.options.language ?? 'zh-CN'];
      const limit = parseSize(this.component.fileMaxSize);
      for (const file of chosen) {
        if (file.size > limit) return this.draw(texts.tooLarge(this.component.fileMaxSize ?? ''));
        if (!fits(file.name, this.component.filePattern))
          return this.draw(texts.wrongType(this.component.filePattern ?? ''));
        this.draw(texts.uploading);
        try {
          const kept = await upload(file, this.path);
          this.keep([...this.files, kept]);
        } catch {
          return this.draw(texts.uploadFailed);
        }
      }
    }

    private keep(files: readonly FileReference[]): void {
      this.updateValue(files, { modified: true });
      this.draw();
    }
  };
}

function fits(name: string, pattern = ''): boolean {
  const endings = pattern
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.startsWith('.'));
  return endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending));
}

/** `20MB` in bytes; without limit where nothing is stated. */
function parseSize(text = ''): number {
  const match = /^(\d+(?:\.\d+)?)\s*(KB|MB|GB|B)?$/i.exec(text.trim());
  if (match === null) return Number.POSITIVE_INFINITY;
  return Number(match[1]) * 1024 ** ['B', 'KB', 'MB', 'GB'].indexOf((match[2] ?? 'B').toUpperCase());
}

function formatSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
