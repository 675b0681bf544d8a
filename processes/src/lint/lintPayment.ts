import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { sourceExists } from './sourceExists.ts';

/** Lists of payment and of batches show what the case has; a suspension watches what the benefit rests on. */
export function lintPayment(pack: ManifestUnderLint): Finding[] {
  const { payment, steps, checks, materials } = pack.manifest;
  const found: Finding[] = [];
  const add = (code: FindingCode, path: string, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST, path }, params));
  const columns = (path: string, list: readonly { key: string; from: string }[]) =>
    list.forEach(({ key, from }, index) => {
      if (!sourceExists(from, pack))
        add('columnUnbound', `${path}.${index}.from`, { name: key, source: from });
    });
  for (const [key, { batchList }] of Object.entries(steps))
    columns(`steps.${key}.batchList.columns`, batchList?.columns ?? []);
  if (!payment) return found;
  columns('payment.columns', payment.columns);
  if (!sourceExists(payment.amount, pack))
    add('columnUnbound', 'payment.amount', { name: 'amount', source: payment.amount });
  payment.suspensions.forEach(({ key, because }, index) => {
    const path = `payment.suspensions.${index}.because`;
    if ('check' in because) {
      if (!checks.some((check) => check.key === because.check))
        add('suspensionCheckUnknown', path, { name: key, check: because.check });
    } else if (!materials.some(({ licenseTypes }) => licenseTypes.includes(because.license))) {
      add('suspensionLicenseUnknown', path, { name: key, type: because.license });
    }
  });
  return found;
}
