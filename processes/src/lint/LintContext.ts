import type { BusinessHours } from '@onewindow/clocks';
import type { BpmnFile, ProcessGraph } from '../bpmn/readBpmn.ts';
import type { Decision } from '../dmn/readDmn.ts';
import type { PackFiles } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import type { Text } from '../schema/text.ts';
import type { Readings } from './Readings.ts';
import type { PackForm } from './readForm.ts';

/** One construct that runs code, as `checkNoCode` of `@onewindow/engine` reports it. */
export interface NoCodeFinding {
  readonly code: string;
  readonly elementId: string | null;
  readonly zh: string;
  readonly en: string;
}

/** What the installation knows and a pack may name. */
export interface LintContext {
  /** Ids of departments. */
  readonly departments: readonly string[];
  readonly roles: readonly string[];
  /** Business hours of those departments that have their own; the others, and all when left out, count in the calendar's. */
  readonly businessHours?: Readonly<Record<string, BusinessHours>> | undefined;
  /** Types of licenses in store; left out: not checked. */
  readonly licenseTypes?: readonly string[] | undefined;
  /** The other packs by code; left out: what themes name of them is not checked. */
  readonly packs?: ReadonlyMap<string, KnownPack> | undefined;
  /** How the licenses of all packs are numbered, this one's or not; left out: not checked. */
  readonly licenseNumbers?: readonly LicenseNumbers[] | undefined;
  /** Division of the installation, six digits; left out: any. */
  readonly division?: string | undefined;
  /** Sentences about what does not fit the template schema of `@onewindow/signing`; the dependency points the other way. */
  readonly checkLicenseTemplate?: ((template: unknown) => readonly string[]) | undefined;
  /** `checkNoCode` of `@onewindow/engine`, which this workspace must not depend on either. */
  readonly noCode?:
    | ((input: { bpmnXml: string } | { dmnXml: string }) => readonly NoCodeFinding[])
    | undefined;
  /** Of the last check of the same pack, for what has not changed; left out: everything is read. */
  readonly readings?: Readings | undefined;
}

/** How a pack numbers its licenses 证照编号: numbers are unique in an installation, over all kinds of licenses. */
export interface LicenseNumbers {
  readonly packCode: string;
  readonly name: Text;
  readonly typeCode: string;
  readonly numberFormat: string;
}

/** What another pack is asked about by a theme. */
export interface KnownPack {
  /** Ids of its steps. */
  readonly steps: readonly string[];
  /** Operation → pointers of the fields of its application form. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Keys of its materials. */
  readonly materials?: readonly string[] | undefined;
  /** Operation → pointers of the fields that its form insists on always and that nothing prefills. */
  readonly asks?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A pack as the rules see it: read once, all of it sound enough to be asked about. */
export interface PackUnderLint {
  readonly files: PackFiles;
  readonly context: LintContext;
  readonly manifest: PackManifest;
  readonly bpmn: BpmnFile;
  readonly process: ProcessGraph;
  readonly decisions: readonly Decision[];
  readonly forms: ReadonlyMap<string, PackForm>;
}

/** What the rules about the manifest alone see: there may be no process yet. */
export type ManifestUnderLint = Omit<PackUnderLint, 'bpmn' | 'process'> & {
  readonly process?: ProcessGraph | undefined;
};
