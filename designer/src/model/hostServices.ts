import type { ReactNode } from 'react';
import type { ReadRules } from '../worker/PackWorker.ts';

/** What the page around the designer can do for it; each part may be missing. */
export interface HostServices {
  /** Draws license.yaml with made-up values; `picture: false` only tells what was squeezed. */
  readonly previewLicense?: (input: {
    readonly template: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly picture: boolean;
  }) => Promise<LicensePreview>;
  /** Draws a statutory document with the words of the pack and made-up values; `long`: as long as they get. */
  readonly previewDocument?: (input: {
    readonly kind: string;
    readonly title?: string | undefined;
    readonly body: string;
    readonly values: Readonly<Record<string, string>>;
    readonly departmentId?: string | undefined;
    /** The words before each signature that is printed; a sample is drawn. */
    readonly signatures?: readonly string[];
    readonly long: boolean;
  }) => Promise<DocumentPreview>;
  /** Draws a PDF on the page. */
  readonly renderPdf?: (pdf: Blob) => ReactNode;
  /** The other packs that may be seen, by name. */
  readonly listPacks?: () => Promise<readonly OtherPack[]>;
  /** Files of another pack as published. */
  readonly readPack?: (
    packCode: string,
  ) => Promise<readonly { readonly path: string; readonly text: string }[]>;
  /** What a pack may name of this installation. */
  readonly readDirectory?: () => Promise<PackDirectory>;
  /** What the check asks about the installation, so that packs are checked in the browser; without it the host checks (`onLint`). */
  readonly readRules?: ReadRules;
}

export interface DocumentPreview {
  /** Base64; null where it cannot be drawn. */
  readonly pdf: string | null;
  readonly pages: number;
  readonly missingCharacters: readonly string[];
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null;
}

export interface OtherPack {
  readonly packCode: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
}

export interface LicensePreview {
  /** Base64; null where it was not asked for or cannot be drawn. */
  readonly pdf: string | null;
  readonly fit: {
    readonly scale: number;
    readonly fields: readonly {
      readonly index: number;
      readonly lines: number;
      readonly label: number;
      readonly outside: boolean;
    }[];
    readonly wide: readonly string[];
  } | null;
  readonly missingCharacters: readonly string[];
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null;
  /** Places in the template that are not as they should be; '' is the file as a whole. */
  readonly faults: readonly string[];
}

export interface PackDirectory {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly licenseTypes: readonly {
    readonly type: string;
    readonly name: { readonly 'zh-CN': string; readonly en: string } | null;
  }[];
  readonly themes: readonly {
    readonly packCode: string;
    readonly name: { readonly 'zh-CN': string; readonly en: string };
  }[];
}
