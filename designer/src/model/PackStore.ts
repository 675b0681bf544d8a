import type { PackFile } from './packFiles.ts';

/** The files of the pack being edited; tells its listeners of every change. */
export class PackStore {
  private files: ReadonlyMap<string, string>;
  private readonly original: ReadonlyMap<string, string>;
  private readonly listeners = new Set<() => void>();

  constructor(files: readonly PackFile[]) {
    this.original = new Map(files.map(({ path, text }) => [path, text]));
    this.files = this.original;
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

  /** Text as it was loaded; undefined for a file that is new. */
  originalText(path: string): string | undefined {
    return this.original.get(path);
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
    return this.files !== this.original;
  }

  get dirty(): boolean {
    if (this.files.size !== this.original.size) return true;
    return [...this.files].some(([path, text]) => this.original.get(path) !== text);
  }
}
