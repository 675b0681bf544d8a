import { formatLimit } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import { pinyin } from 'pinyin-pro';
import type { ItemDocument } from './model.ts';

/** The catalogue entry of a pack's live version. */
export function itemOf(
  pack: PackManifest,
  version: number,
): Omit<ItemDocument, '_id' | 'schemaVersion' | 'tenant' | 'packCode'> {
  const names = [pack.name['zh-CN'], ...pack.aliases];
  return {
    version,
    name: pack.name,
    aliases: pack.aliases,
    lifeEvents: pack.lifeEvents,
    pinyin: names.flatMap((name) => [spell(name, 'full'), spell(name, 'initials')]),
    codes: pack.codes
      ? [pack.codes.basicCode, pack.codes.implementationCode, pack.codes.handlingItemCode]
      : [],
    departmentId: pack.department,
    kind: pack.kind,
    // A theme or a dispatch exercises no power of its own.
    powerType: pack.powerType ?? '—',
    operations: pack.operations.map((operation) => ({ key: operation.key, name: operation.name })),
    applicantKinds: pack.applicantKinds,
    limits: {
      statutory: pack.limits.statutory.unit === 'none' ? null : formatLimit(pack.limits.statutory),
      promised: formatLimit(pack.limits.promised),
    },
  };
}

/** Pinyin of a name without tones: in full, or first letters only. */
export function spell(text: string, form: 'full' | 'initials'): string {
  return pinyin(text, {
    toneType: 'none',
    type: 'array',
    pattern: form === 'full' ? 'pinyin' : 'first',
    nonZh: 'consecutive',
  })
    .join('')
    .replace(/\s/g, '')
    .toLowerCase();
}
