import type { PackDiff } from '@onewindow/processes/diff';
import type { Fix } from '@onewindow/processes/fixes';
import type { Ref } from 'react';
import type { PackComments } from '../comments/PackComments.ts';
import type { DesignerHandle } from '../DesignerHandle.ts';
import type { RunScenarios } from '../scenarios/ScenarioReport.ts';
import type { HostServices } from './hostServices.ts';

/** One file of a service pack. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** One thing that the linter or the engine found; `element` is a BPMN id. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly element?: string | undefined;
  /** Place in the YAML file: `limits.variants.0.promised`. */
  readonly path?: string | undefined;
  /** What the sentences name; fixes go by it. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly zh: string;
  readonly en: string;
  /** What to do about it. */
  readonly help?: { readonly 'zh-CN': string; readonly en: string } | undefined;
  /** What puts it right, as far as that is known. */
  readonly fix?: Fix | null | undefined;
}

export type Locale = 'zh-CN' | 'en';

/** Somebody else has published since the files were opened. */
export interface PublishConflict {
  /** Version that is live now. */
  readonly version: number;
  readonly publishedBy: string;
  readonly note: string;
  /** What differs between the version that was edited and the live one; null where nobody can tell. */
  readonly diff: PackDiff | null;
}

/** Answer of the host to a publish: refused findings are shown at their elements, a conflict with its difference. */
export type PublishOutcome =
  | { readonly ok: true; readonly version: number | string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly findings?: readonly Finding[];
      readonly conflict?: PublishConflict;
    };

export interface PackDesignerProps {
  readonly packCode: string;
  /** Files as published; a new array (other identity) loads anew and drops local edits. */
  readonly files: readonly PackFile[];
  /** What is published, when `files` are kept work or an older version; default: `files`. Publishing is offered where they differ. */
  readonly published?: readonly PackFile[];
  readonly locale: Locale;
  readonly readOnly?: boolean;
  /** Departments and roles that may be named by label; ids otherwise. */
  readonly departments?: readonly {
    readonly id: string;
    readonly name: string;
    readonly level?: string;
    readonly division?: string;
    /** Office hours of its own; left out: those of the calendar. */
    readonly businessHours?: readonly { readonly from: string; readonly to: string }[];
  }[];
  /** Checks the files elsewhere: only where that cannot be done here (`HostServices.readRules`). */
  readonly onLint: (files: readonly PackFile[]) => Promise<readonly Finding[]>;
  /** Called from the publish dialog. */
  readonly onPublish: (files: readonly PackFile[], note: string) => Promise<PublishOutcome>;
  /** Publishing hands it to a second person, who approves. */
  readonly approval?: boolean;
  /** The conflict has been read: the next publish is meant on top of this version. */
  readonly onRebase?: (version: number) => void;
  /** What publishing these files would change; without it the publish dialog shows no differences. */
  readonly onCompare?: (files: readonly PackFile[]) => Promise<PackDiff>;
  /** Called after each edit with all files, for autosave. */
  readonly onChange?: (files: readonly PackFile[]) => void;
  /** What else the page does for the designer: drawing a license, its directory; keep the object the same. */
  readonly host?: HostServices;
  /** Called when the first unsaved edit appears and when none is left. */
  readonly onDirtyChange?: (dirty: boolean) => void;
  /** Plays scenarios of the files on the real engine; without it they can only be edited. */
  readonly onRunScenarios?: RunScenarios | undefined;
  /** What designers say to each other about the pack; without it nothing is shown of comments. */
  readonly comments?: PackComments | undefined;
  /** Begins with the comments open. */
  readonly commentsOpen?: boolean | undefined;
  readonly ref?: Ref<DesignerHandle> | undefined;
  /** Nonce for style elements that are made at run time. */
  readonly cspNonce?: string | undefined;
}
