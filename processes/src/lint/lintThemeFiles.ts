import { isExpectedPath, MANIFEST, PROCESS, pathsUnder } from '../pack/packFiles.ts';
import { type Finding, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { lintForms } from './lintForms.ts';
import { lintOperations } from './lintOperations.ts';
import { formReferences, noticeReferences } from './manifestReferences.ts';

/** The files of a theme, which has no process: what the manifest names exists, nothing else lies about, forms are complete. */
export function lintThemeFiles(pack: ManifestUnderLint): Finding[] {
  const { files, manifest } = pack;
  const intake = manifest.operations.map(({ intakeForm }) => intakeForm);
  const named = new Set([
    ...intake,
    ...formReferences(manifest).map(({ name }) => name),
    ...noticeReferences(manifest).map(({ name }) => `notices/${name}.yaml`),
  ]);
  const missing = intake
    .filter((name) => files[name] === undefined)
    .map((name) => finding('fileMissing', { file: MANIFEST }, { name }));
  const unused = [...pathsUnder(files, 'forms'), ...pathsUnder(files, 'notices')]
    .filter((path) => !named.has(path))
    .map((file) => finding('fileUnused', { file }));
  const unexpected = Object.keys(files)
    .filter((path) => !isExpectedPath(path) || path === PROCESS)
    .map((file) => finding('fileUnexpected', { file }));
  return [...missing, ...unused, ...unexpected, ...lintOperations(pack), ...lintForms(pack)];
}
