import type { BpmnFile, ProcessGraph } from '../bpmn/readBpmn.ts';
import type { Decision } from '../dmn/readDmn.ts';
import type { PackFiles } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
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
  /** Types of licenses in store; left out: not checked. */
  readonly licenseTypes?: readonly string[] | undefined;
  /** Sentences about what does not fit the template schema of `@onewindow/signing`; the dependency points the other way. */
  readonly checkLicenseTemplate?: ((template: unknown) => readonly string[]) | undefined;
  /** `checkNoCode` of `@onewindow/engine`, which this workspace must not depend on either. */
  readonly noCode?:
    | ((input: { bpmnXml: string } | { dmnXml: string }) => readonly NoCodeFinding[])
    | undefined;
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
