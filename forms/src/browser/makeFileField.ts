import type { FileReference, JsonObject, Locale } from '../model/formDefinition.ts';
import { checkFile } from '../validate/checkFile.ts';
import { describeProblem } from '../validate/describeProblem.ts';
import { type FileHost, UploadRefused } from './fileHost.ts';
import { drawChooser, drawFile, drawProgress } from './fileParts.ts';
import { fillFromPhoto, type Sibling } from './fillFromPhoto.ts';
import { viewTexts } from './viewTexts.ts';

/** The part of Form.io's field that is built upon. */
export interface FieldLike {
  readonly component: JsonObject;
  readonly path: string;
  readonly root: { everyComponent(visit: (component: Sibling) => void): void };
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

/** What the field says beneath its files. */
interface Note {
  readonly words: string;
  readonly wrong?: boolean;
}

/** A file field whose files go to the host page; its value is a list of {@link FileReference}. */
export function makeFileField(Field: FieldClass): FieldClass {
  return class FileField extends Field {
    private place: HTMLElement | undefined;
    private busy = false;

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

    private get texts() {
      return viewTexts[this.options.language ?? 'zh-CN'];
    }

    override render(): string {
      return super.render('<div class="ow-files" data-ow-files></div>');
    }

    override async attach(element: HTMLElement): Promise<unknown> {
      const attached = await super.attach(element);
      this.place = element.querySelector<HTMLElement>('[data-ow-files]') ?? undefined;
      this.draw();
      return attached;
    }

    override setValue(value: unknown, flags?: object): unknown {
      const changed = super.setValue(value, flags);
      if (!this.busy) this.draw();
      return changed;
    }

    private draw(note?: Note): void {
      if (this.place === undefined) return;
      const host = this.options.onewindow ?? {};
      const list = document.createElement('ul');
      list.append(
        ...this.files.map((file) =>
          drawFile({
            file,
            host,
            removeLabel: this.texts.remove(file.name),
            onRemove: this.options.readOnly === true ? undefined : () => this.remove(file),
          }),
        ),
      );
      const { upload } = host;
      const full = this.component['multiple'] !== true && this.files.length > 0;
      const picture = this.component['image'] === true;
      const pattern = typeof this.component['filePattern'] === 'string' ? this.component['filePattern'] : '';
      const chooser =
        upload === undefined || full || this.options.readOnly === true
          ? []
          : [
              drawChooser({
                words: picture ? this.texts.uploadPhoto : this.texts.upload,
                label: String(this.component['label'] ?? ''),
                // The kind, not only the endings: then a phone offers its camera.
                accept: picture && pattern !== '' ? `${pattern},image/jpeg,image/png` : pattern,
                multiple: this.component['multiple'] === true,
                onChoose: (chosen) => void this.take(chosen, upload),
              }),
            ];
      const said =
        note ??
        (upload === undefined && this.files.length === 0 ? { words: this.texts.noUpload } : undefined);
      this.place.replaceChildren(list, ...chooser, ...(said === undefined ? [] : [drawNote(said)]));
    }

    private async take(chosen: readonly File[], upload: NonNullable<FileHost['upload']>): Promise<void> {
      for (const file of chosen) {
        const about = { name: file.name, size: file.size, mediaType: '' };
        const breach = checkFile(this.component, about);
        if (breach !== null) {
          const { message } = describeProblem(this.component, [], breach, this.options.language ?? 'zh-CN');
          return this.settle({ words: message, wrong: true });
        }
        const progress = drawProgress(this.texts.uploading(file.name));
        this.place?.replaceChildren(progress.element);
        this.busy = true;
        try {
          const { photo, ...kept } = await upload(file, this.path, progress.tell);
          this.updateValue([...this.files, kept], { modified: true });
          const { component, path } = this;
          const visitAll = (visit: (sibling: Sibling) => void) => this.root.everyComponent(visit);
          const read = fillFromPhoto({ component, path, photo: photo ?? {}, visitAll });
          this.settle(read === 'none' ? undefined : { words: this.texts.photo[read] });
        } catch (error) {
          const words = error instanceof UploadRefused ? error.message : this.texts.uploadFailed;
          return this.settle({ words, wrong: true });
        }
      }
    }

    private remove(file: FileReference): void {
      this.updateValue(
        this.files.filter((other) => other.id !== file.id),
        { modified: true },
      );
      this.settle();
    }

    /** Draws what is there now; the button that was pressed is gone, so the focus goes to what one would press next. */
    private settle(note?: Note): void {
      this.busy = false;
      this.draw(note);
      const next =
        this.place?.querySelector<HTMLElement>('.ow-choose') ??
        this.place?.querySelector<HTMLElement>('.ow-file-open');
      next?.focus();
    }
  };
}

function drawNote(note: Note): HTMLElement {
  const line = document.createElement('p');
  line.className = note.wrong === true ? 'ow-file-wrong' : 'form-text';
  line.setAttribute('role', note.wrong === true ? 'alert' : 'status');
  line.textContent = note.words;
  return line;
}
