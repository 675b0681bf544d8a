import type { PackFile } from './packFiles.ts';

/** The files of the pack being edited; tells its listeners of every change. */
export class PackStore {
  private files: ReadonlyMap<string, string>;
  private readonly start: ReadonlyMap<string, string>;
  /** What is published: the measure of `dirty`. */
  private readonly published: ReadonlyMap<string, string>;
  private readonly listeners = new Set<() => void>();

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
