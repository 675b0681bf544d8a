import type { BusinessHours } from '@onewindow/clocks';
import type { KnownPack, LicenseNumbers } from '@onewindow/processes/browser';
import type { Saved } from '@onewindow/processes/foreign';
import type { Finding } from '../model/packFiles.ts';

/** What the check asks about the installation: ids of departments and business hours of their own, roles, and of other packs those that were asked for. */
export interface LintRules {
  readonly departments: readonly string[];
  readonly roles: readonly string[];
  readonly businessHours?: Readonly<Record<string, BusinessHours>> | undefined;
  readonly packs: Readonly<Record<string, KnownPack>>;
  /** How the packs of the installation number their licenses. */
  readonly licenseNumbers?: readonly LicenseNumbers[] | undefined;
  readonly division?: string | undefined;
}

/** What the page asks of the worker, each question with a number of its own. */
export type Question =
  | {
      readonly kind: 'lint';
      /** Files that differ from those of the last question; undefined: taken away. */
      readonly changed: readonly (readonly [path: string, text: string | undefined])[];
      /** Left out while they are those of the last question. */
      readonly rules?: LintRules | undefined;
      /** Every name of a pack that `rules` was asked for. */
      readonly asked: readonly string[];
    }
  | {
      readonly kind: 'save';
      /** The file as it was opened. */
      readonly original: string;
      /** What the editor wrote for it before any edit; what it writes now. */
      readonly before: string;
      readonly after: string;
    };

export interface Linted {
  readonly findings: readonly Finding[];
  /** Packs that the check asked about and `asked` does not name: what was found holds only when they are known. */
  readonly unknown: readonly string[];
}

/** What is answered to each kind of question. */
export interface Answers {
  readonly lint: Linted;
  readonly save: Saved;
}

export interface Request {
  readonly number: number;
  readonly question: Question;
}

export type Reply =
  | { readonly number: number; readonly answer: Linted | Saved }
  | { readonly number: number; readonly problem: string };

/** The end of a channel between page and worker; both ends have it. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}
