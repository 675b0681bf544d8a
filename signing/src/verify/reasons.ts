import catalogue from './reasons.json' with { type: 'json' };

export type ReasonCode = keyof typeof catalogue;

/** Why a verdict is what it is, in words for the user. `detail` is technical and in English. */
export interface Reason {
  readonly code: ReasonCode;
  readonly zh: string;
  readonly en: string;
  readonly detail?: string;
}

export function reason(code: ReasonCode, detail?: string): Reason {
  return { code, ...catalogue[code], ...(detail === undefined ? {} : { detail }) };
}

/** Ends the verification of one signature. */
export class Refusal extends Error {
  readonly reason: Reason;
  constructor(code: ReasonCode, detail?: string) {
    super(code);
    this.reason = reason(code, detail);
  }
}
