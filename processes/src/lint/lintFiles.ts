import { textOf } from '../bpmn/readBpmn.ts';
import { isExpectedPath, MANIFEST, pathsUnder } from '../pack/packFiles.ts';
import { type Finding, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { inputParameter } from './lintAutomaticTasks.ts';
import { formReferences, noticeReferences } from './manifestReferences.ts';

/** The files that the manifest names exist, and no others lie about. */
export function lintFiles({ files, manifest, process }: PackUnderLint): Finding[] {
  const forms = [
    ...manifest.operations.map(({ intakeForm }) => intakeForm),
    ...Object.values(manifest.steps).map(({ form }) => form),
  ];
  const named = new Set([...forms, ...(manifest.license ? [manifest.license.template] : [])]);
  for (const node of process.nodes.values()) {
    if (textOf(node.element, 'camunda:topic') === 'notify')
      named.add(`notices/${inputParameter(node, 'notice')}.yaml`);
  }
  const byParts = new Set([
    ...formReferences(manifest).map(({ name }) => name),
    ...noticeReferences(manifest).map(({ name }) => `notices/${name}.yaml`),
  ]);
  const missing = [...named]
    .filter((name) => files[name] === undefined && !name.startsWith('notices/'))
    .map((name) => finding('fileMissing', { file: MANIFEST }, { name }));
  const unused = [...pathsUnder(files, 'forms'), ...pathsUnder(files, 'notices')]
    .filter((path) => !named.has(path) && !byParts.has(path))
    .map((file) => finding('fileUnused', { file }));
  const unexpected = Object.keys(files)
    .filter((path) => !isExpectedPath(path))
    .map((file) => finding('fileUnexpected', { file }));
  return [...missing, ...unused, ...unexpected];
}
