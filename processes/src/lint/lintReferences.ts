import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import {
  departmentReferences,
  formReferences,
  noticeReferences,
  type Reference,
  roleReferences,
  sourceReferences,
  stepReferences,
} from './manifestReferences.ts';
import { sourceExists } from './sourceExists.ts';

/** Steps, roles, departments, notices, forms and sources that the parts of the manifest name exist. */
export function lintReferences(pack: ManifestUnderLint): Finding[] {
  const { manifest, context, files } = pack;
  const missing = (code: FindingCode, list: readonly Reference[], exists: (name: string) => boolean) =>
    list
      .filter(({ name }) => !exists(name))
      .map(({ path, name }) => finding(code, { file: MANIFEST, path }, { path, name, source: name }));
  return [
    ...missing('partStepUnknown', stepReferences(manifest), (name) => Object.hasOwn(manifest.steps, name)),
    ...missing('partRoleUnknown', roleReferences(manifest), (name) => context.roles.includes(name)),
    ...missing('departmentUnknown', departmentReferences(manifest), (name) =>
      context.departments.includes(name),
    ),
    ...missing(
      'partNoticeMissing',
      noticeReferences(manifest),
      (name) => files[`notices/${name}.yaml`] !== undefined,
    ),
    ...missing('fileMissing', formReferences(manifest), (name) => files[name] !== undefined),
    ...missing('partSourceUnknown', sourceReferences(manifest), (name) => sourceExists(name, pack)),
  ];
}
