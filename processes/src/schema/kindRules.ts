import type { z } from 'zod';
import type { PackManifest } from './packSchema.ts';
import { rule, type SchemaRule } from './schemaMessage.ts';

/** What belongs to which kind of item, power type and handling; refused with the path of the part. */
export function checkKind(pack: PackManifest, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: SchemaRule) =>
    context.addIssue({ code: 'custom', path, message: rule(message) });
  const bundled = pack.kind === 'theme' || pack.kind === 'dispatch';
  if ((pack.kind === 'theme') !== (pack.theme !== undefined)) refuse(['theme'], 'themeRequired');
  if ((pack.kind === 'dispatch') !== (pack.dispatch !== undefined)) refuse(['dispatch'], 'dispatchRequired');
  if (!bundled && !pack.powerType) refuse(['powerType'], 'powerTypeRequired');
  if (!bundled && !pack.codes) refuse(['codes'], 'codesRequired');
  if (!bundled && pack.limits.promised.unit === 'none') refuse(['limits', 'promised'], 'limitsRequired');
  if (pack.theme?.items.some(({ item }) => item === pack.packCode))
    refuse(['theme', 'items'], 'themeOfItself');
  if (pack.payment && pack.kind !== 'benefit') refuse(['payment'], 'paymentOfBenefit');
  if (pack.license?.renewal && pack.license.validity === 'long-term')
    refuse(['license', 'renewal'], 'renewalOfLicense');
  pack.checks.forEach(({ kind }, index) => {
    if (kind !== 'reverification' && !pack.license) refuse(['checks', index], 'checkOfLicense');
  });
  pack.operations.forEach(({ key, deemedRenewal }, index) => {
    if (deemedRenewal && key !== 'renew')
      refuse(['operations', index, 'deemedRenewal'], 'deemedRenewalOfPermit');
  });
  checkHandling(pack, refuse);
}

function checkHandling(
  { handling, externalSystem }: PackManifest,
  refuse: (path: (string | number)[], message: SchemaRule) => void,
): void {
  if ((handling === 'local') !== (externalSystem === undefined))
    return refuse(['externalSystem'], 'externalSystemRequired');
  if (handling === 'external' && !externalSystem?.url) refuse(['externalSystem', 'url'], 'externalNeedsUrl');
  if (handling !== 'mirrored') return;
  if (!externalSystem?.numberPattern) refuse(['externalSystem', 'numberPattern'], 'mirrorNeedsStatus');
  if (!externalSystem?.statusMapping.length) refuse(['externalSystem', 'statusMapping'], 'mirrorNeedsStatus');
}
