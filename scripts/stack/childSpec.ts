/** The name of a supervised child; also its log and pid file. */
export type ChildName = 'store' | 'engine' | 'server';

/** How one child is run and how one knows that it works. */
export interface ChildSpec {
  readonly name: ChildName;
  readonly command: string;
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Whether the child answers properly now. Never throws. */
  readonly isHealthy: () => Promise<boolean>;
  /** Milliseconds that it may take from start to healthy. */
  readonly startLimit: number;
  /** Milliseconds that it may take to stop before it is killed. */
  readonly stopLimit: number;
}
