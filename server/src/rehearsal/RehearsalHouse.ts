import type { PackFiles } from '@onewindow/processes';
import type { LiveRehearsal } from './LiveRehearsal.ts';
import type { RehearsalRecord } from './model.ts';
import type { Stage } from './stage.ts';

/** What is rehearsed, and how far. */
export interface RehearsalToPlay {
  readonly id: string;
  readonly packCode: string;
  /** The files; read only where this copy has no stage for them yet. */
  readonly files: () => Promise<PackFiles>;
  readonly record: RehearsalRecord;
}

/**
 * The stages of one server copy: real servers with a database, a tenant and a clock of their own, on which unpublished
 * files are rehearsed. Nothing of them reaches the tenant of the copy.
 */
export interface RehearsalHouse {
  /**
   * Runs `work` with the rehearsal brought to where its record is, alone. Opens a stage where this copy has none.
   * Throws AppError `rehearsalsBusy` when the copy has as many as it may, `packRefused` and `engineRefused` for files
   * that cannot be published.
   */
  with<T>(rehearsal: RehearsalToPlay, work: (live: LiveRehearsal) => Promise<T>): Promise<T>;
  /** Runs `work` on a stage that is closed afterwards. Throws AppError `rehearsalsBusy`. */
  once<T>(work: (stage: Stage) => Promise<T>): Promise<T>;
  /** Closes the stage of a rehearsal, where this copy has one. */
  close(id: string): Promise<void>;
  /** Closes stages that nobody has used for a while, and tells others that this copy lives. */
  tidy(): Promise<void>;
  /** Closes all of them. */
  stop(): Promise<void>;
}
