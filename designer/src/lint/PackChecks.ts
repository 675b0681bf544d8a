import { PROCESS } from '../model/manifest.ts';
import type { PackStore } from '../model/PackStore.ts';
import type { Finding } from '../model/packFiles.ts';

type Files = ReadonlyMap<string, string>;

export type Check = (files: Files) => Promise<readonly Finding[]>;

/** What is known of the files as they are now. */
export type Checked =
  | { readonly state: 'checking' | 'failed' }
  | { readonly state: 'done'; readonly findings: readonly Finding[] };

/**
 * The checks of one store: one at a time, an answer that was overtaken is not told, and what says the same is not checked
 * again. An edit of the diagram is checked as the editor says it (`look`); its text in the file comes later and says no more.
 */
export class PackChecks {
  private drawn: { readonly generation: number; readonly process: string } | null = null;
  /** What was checked last, or is being checked. */
  private last: Files | null = null;
  /** What came of it; null while it is being checked. */
  private outcome: Checked | null = null;

  constructor(
    private readonly store: PackStore,
    private readonly check: Check,
    private readonly tell: (checked: Checked) => void,
  ) {}

  /** Whether the files as they are now are checked, or about to be. */
  get known(): boolean {
    return this.last !== null && sameFiles(this.last, this.now());
  }

  /** Checks the process as the editor says it, with the other files as they are. */
  look(process: string): void {
    this.drawn = { generation: this.store.generation, process };
    this.begin();
  }

  /** Checks the files, or tells again what is known of them: who asks may have said meanwhile that they are being checked. */
  begin(): void {
    if (this.known) {
      if (this.outcome !== null) this.tell(this.outcome);
      return;
    }
    const running = this.last !== null && this.outcome === null;
    this.last = this.now();
    this.outcome = null;
    this.tell({ state: 'checking' });
    if (!running) void this.run();
  }

  private async run(): Promise<void> {
    for (let files = this.last; files !== null; ) {
      const checked = await this.check(files).then(
        (findings): Checked => ({ state: 'done', findings }),
        (): Checked => ({ state: 'failed' }),
      );
      if (files !== this.last) {
        files = this.last;
        continue;
      }
      this.outcome = checked;
      // The next edit tries again.
      if (checked.state === 'failed') this.last = null;
      this.tell(checked);
      return;
    }
  }

  /** The files; the process as the editor said it last, unless it was put in from outside since. */
  private now(): Files {
    const files = this.store.snapshot();
    if (this.drawn?.generation !== this.store.generation) return files;
    return new Map(files).set(PROCESS, this.drawn.process);
  }
}

function sameFiles(one: Files, other: Files): boolean {
  if (one === other) return true;
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}
