import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Materials and licenses that operations and materials name. */
export function lintOperations({ manifest, context }: ManifestUnderLint): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST }, params));
  const known = new Set(manifest.materials.map(({ key }) => key));
  const used = new Set(manifest.operations.flatMap(({ materials }) => materials));
  for (const { key, materials, licenseAction, requiresLicense } of manifest.operations) {
    for (const name of materials) if (!known.has(name)) add('materialUnknown', { operation: key, name });
    if ((licenseAction !== 'none' || requiresLicense) && !manifest.license)
      add('licenseMissing', { operation: key });
  }
  if (manifest.license && manifest.operations.every(({ licenseAction }) => licenseAction === 'none'))
    add('licenseNeverIssued', { operation: manifest.operations[0]?.key ?? '' });
  for (const { key, licenseTypes } of manifest.materials) {
    if (!used.has(key)) add('materialUnused', { name: key });
    for (const type of licenseTypes) {
      if (!context.licenseTypes || context.licenseTypes.includes(type) || type === manifest.license?.type)
        continue;
      add('licenseTypeUnknown', { name: key, type });
    }
  }
  return found;
}
