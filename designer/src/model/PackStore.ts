import type { PackFile } from './packFiles.ts';

/** The files of the pack being edited; tells its listeners of every change. */
export class PackStore {
  private files: ReadonlyMap<string, string>;
  private readonly start: ReadonlyMap<string, string>;
  /** What is published: the measure of `dirty`. */
  private readonly published: ReadonlyMap<string, string>;
  private readonly listeners = new Set<() => void>();
  private readonly earlier: ReadonlyMap<string, string>[] = [];
  private readonly later: ReadonlyMap<string, string>[] = [];
  /** Counts how often the process was put in anew from outside of the diagram editor, which then opens it afresh. */
  generation = 0;

  /** Starts from `files`; work kept from earlier, or an older version, differs from what is `published` from the start. */
  constructor(files: readonly PackFile[], published: readonly PackFile[] = files) {
    this.start = new Map(files.map(({ path, text }) => [path, text]));
    this.published =
      published === files ? this.start : new Map(published.map(({ path, text }) => [path, text]));
    this.files = this.start;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The same object until something changes. */
  readonly snapshot = (): ReadonlyMap<string, string> => this.files;

  text(path: string): string {
    return this.files.get(path) ?? '';
  }

  /** Writes a file; undefined removes it. */
  set(path: string, text: string | undefined): void {
    if (this.files.get(path) === text) return;
    const files = new Map(this.files);
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    this.files = files;
    for (const listener of this.listeners) listener();
  }

  /**
   * Puts files in from outside of the diagram editor, the process among them: one step that can be taken back. With `all`
   * there are no others afterwards.
   */
  replace(files: ReadonlyMap<string, string>, all = false): void {
    this.earlier.push(this.files);
    this.later.length = 0;
    this.openAnew(new Map(all ? files : [...this.files, ...files]));
  }

  get canTakeBack(): boolean {
    return this.earlier.length > 0;
  }

  get canPutBack(): boolean {
    return this.later.length > 0;
  }

  /** Takes the last `replace` back, with whatever was edited since. */
  takeBack(): void {
    const files = this.earlier.pop();
    if (files === undefined) return;
    this.later.push(this.files);
    this.openAnew(files);
  }

  putBack(): void {
    const files = this.later.pop();
    if (files === undefined) return;
    this.earlier.push(this.files);
    this.openAnew(files);
  }

  private openAnew(files: ReadonlyMap<string, string>): void {
    this.files = files;
    this.generation += 1;
    for (const listener of this.listeners) listener();
  }

  list(): PackFile[] {
    return [...this.files].map(([path, text]) => ({ path, text }));
  }

  /** Whether anything was ever changed, even if it was changed back. */
  get touched(): boolean {
    return this.files !== this.start;
  }

  get dirty(): boolean {
    if (this.files.size !== this.published.size) return true;
    return [...this.files].some(([path, text]) => this.published.get(path) !== text);
  }
}
