import type { Manifest, Text } from '../model/manifest.ts';

/** A material as pack.yaml has it. */
export interface WrittenMaterial {
  readonly key: string;
  readonly name?: Text;
  readonly required?: boolean;
  readonly when?: string;
  readonly keyMaterial?: boolean;
  readonly laterWithin?: unknown;
  readonly licenseTypes?: readonly string[];
  readonly accept?: readonly string[];
  readonly maxMegabytes?: number;
  readonly note?: Text;
}

export interface WrittenOption {
  readonly value: string;
  readonly name?: Text;
  readonly help?: Text;
}

export interface WrittenQuestion {
  readonly key: string;
  readonly title?: Text;
  readonly help?: Text;
  readonly field?: string;
  readonly options?: readonly WrittenOption[];
  readonly when?: string;
}

export interface MaterialsManifest {
  readonly materials?: readonly WrittenMaterial[];
  readonly questions?: readonly WrittenQuestion[];
  readonly operations?: readonly {
    readonly key: string;
    readonly name?: Text;
    readonly intakeForm?: string;
    readonly materials?: readonly string[];
  }[];
}

export const materialsOf = (manifest: Manifest): MaterialsManifest =>
  manifest as unknown as MaterialsManifest;

/** A key that is not used yet: `material3`. */
export function freeKey(stem: string, used: readonly string[]): string {
  let at = used.length + 1;
  while (used.includes(`${stem}${at}`)) at += 1;
  return `${stem}${at}`;
}
