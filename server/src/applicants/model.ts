import type { Locale } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  text,
} from '../store/documentSchema.ts';

/** The role of a signed-in applicant. It is never given to an account of the staff and opens no route of theirs. */
export const applicantRole = 'applicant';

/** Somebody in whose name the holder of an account applies. */
export interface Party {
  id: string;
  /** Oneself, another person (the holder is the agent), or a company. */
  kind: 'self' | 'person' | 'company';
  /** Who says that the name and number are right: the register of persons or companies. Absent: nobody yet. */
  verified?: { by: 'register' | 'simulatedRegister'; at: Date };
  addedAt: Date;
}

/** What of a party is personal; sealed under the account's id, by id of the party. */
export interface PartyPerson {
  name: string;
  /** Holder kind of GB/T 36903. */
  idType: string;
  idNumber: string;
  phone?: string | undefined;
  legalRepresentative?: string | undefined;
  /** On what ground the holder acts for another person or a company. */
  authorisation?: string | undefined;
}

export interface AccountPerson {
  phone: string;
  mail?: string | undefined;
  parties: Record<string, PartyPerson>;
}

/** An account of the portal: one phone number, proven by a code at each sign-in. */
export interface ApplicantAccountDocument extends BaseDocument {
  version: number;
  phoneIndex: string;
  sealedAccount: string;
  locale: Locale;
  parties: Party[];
  createdAt: Date;
  signedInAt?: Date;
}

export const applicantAccountSchema = documentSchema<ApplicantAccountDocument>('applicantAccounts', {
  version: count,
  phoneIndex: text,
  sealedAccount: text,
  locale: text,
  parties: nested,
  createdAt: instant,
  signedInAt: optionalInstant,
});
applicantAccountSchema.index({ tenant: 1, phoneIndex: 1 }, { unique: true });

/** The last code that was sent to a phone; a new one takes its place. */
export interface SignInCodeDocument extends BaseDocument {
  phoneIndex: string;
  /** HMAC of id and code. */
  codeHash: string;
  sentAt: Date;
  expiresAt: Date;
  tries: number;
  state: 'open' | 'used' | 'spent';
}

export const signInCodeSchema = documentSchema<SignInCodeDocument>('signInCodes', {
  phoneIndex: text,
  codeHash: text,
  sentAt: instant,
  expiresAt: instant,
  tries: count,
  state: text,
});
signInCodeSchema.index({ tenant: 1, phoneIndex: 1 }, { unique: true });
