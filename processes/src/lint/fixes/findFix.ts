import type { PackFiles } from '../../pack/packFiles.ts';
import type { Fix, Fixable, Fixer } from './Fix.ts';
import { licenseFieldUnbound, licenseFieldUnused, licenseNeverIssued } from './fixLicense.ts';
import {
  fileUnused,
  laterOfKeyMaterial,
  materialUnused,
  placeholderUnknown,
  publicationWithoutClock,
  ruleSetUnknown,
  ruleSetUnsuitable,
  statutoryNotCited,
} from './fixManifest.ts';
import {
  bindingDeployment,
  conditionMissing,
  decisionResult,
  dmnResultName,
  formMismatch,
  formMissing,
  historyTimeToLive,
  processId,
  processNotExecutable,
} from './fixProcess.ts';

/** Codes of findings that may have a fix. */
export const fixers: Readonly<Record<string, Fixer>> = {
  bindingDeployment,
  conditionMissing,
  decisionResult,
  dmnResultName,
  fileUnused,
  formMismatch,
  formMissing,
  historyTimeToLive,
  laterOfKeyMaterial,
  licenseFieldUnbound,
  licenseFieldUnused,
  licenseNeverIssued,
  materialUnused,
  placeholderUnknown,
  processId,
  processNotExecutable,
  publicationWithoutClock,
  ruleSetUnknown,
  ruleSetUnsuitable,
  statutoryNotCited,
};

/** What to do about a finding in the files that were linted, where that is known; else null. Never throws. */
export function findFix(finding: Fixable, files: PackFiles): Fix | null {
  const fixer = Object.hasOwn(fixers, finding.code) ? fixers[finding.code] : undefined;
  return fixer?.(finding, files) ?? null;
}
