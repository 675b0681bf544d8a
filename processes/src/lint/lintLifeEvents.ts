import { MANIFEST } from '../pack/packFiles.ts';
import { lifeEvents } from '../schema/lifeEvents.ts';
import { type Finding, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** An item stands under events of those who may apply for it: else nobody finds it there who can use it. */
export function lintLifeEvents({ manifest }: ManifestUnderLint): Finding[] {
  return manifest.lifeEvents.flatMap((key, index) => {
    const { name, who } = lifeEvents[key];
    if (who.some((kind) => manifest.applicantKinds.includes(kind))) return [];
    const params = { name: name['zh-CN'], nameEn: name.en };
    return [finding('lifeEventUnfit', { file: MANIFEST, path: `lifeEvents.${index}` }, params)];
  });
}
