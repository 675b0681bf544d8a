import type { CreditRecordKind } from './model.ts';

/** One record about a person in a credit register. */
export interface CreditRecord {
  kind: CreditRecordKind;
  /** Who keeps it, in words. */
  source: string;
  /** Shanghai day up to which it counts; absent: until it is taken out. */
  until?: string | undefined;
}

/**
 * Port to the registers of credit: the credit platform of the city and what this office recorded itself.
 * `platform` is false where no platform is connected; then only our own records are known.
 */
export interface CreditRegister {
  readonly platform: boolean;
  /**
   * The records that count about the holder of a code (credit code or number of a document) on a Shanghai day.
   * Throws Error when a register cannot be asked: an unanswered question is never taken for "no record".
   */
  recordsOf(holderCode: string, day: string): Promise<readonly CreditRecord[]>;
}
