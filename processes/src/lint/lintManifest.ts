import { assertPauseGround, ruleSets } from '@onewindow/clocks';
import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { lintLimits } from './lintLimits.ts';

/** Departments, rule set, limits and special procedures of `pack.yaml`. */
export function lintManifest({ manifest, context }: ManifestUnderLint): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST }, params));
  if (!context.departments.includes(manifest.department))
    add('departmentUnknown', { name: manifest.department });
  const ruleSet = ruleSets.get(manifest.ruleSet);
  if (!ruleSet) add('ruleSetUnknown', { name: manifest.ruleSet });
  else if (ruleSet.id === 'administrative-license' && manifest.powerType !== '行政许可') {
    add('ruleSetUnsuitable', { name: manifest.ruleSet, powerType: manifest.powerType ?? '' });
  }
  found.push(...lintLimits(manifest, context.businessHours?.[manifest.department]));
  for (const { name, ground, cite } of manifest.specialProcedures) {
    if (ruleSet && !isGround(ruleSet, ground, cite)) add('pauseGroundRefused', { name: name['zh-CN'] });
  }
  const lists = {
    operations: manifest.operations,
    materials: manifest.materials,
    specialProcedures: manifest.specialProcedures,
  };
  for (const [path, list] of Object.entries(lists)) {
    const keys = list.map(({ key }) => key);
    for (const name of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
      add('keyTwice', { path, name });
  }
  return unique(found);
}

/** Art. 45 or another law: the item's own citation of article 45 itself does not make a new ground. */
function isGround(ruleSet: Parameters<typeof assertPauseGround>[0], ground: string, cite: string): boolean {
  try {
    assertPauseGround(ruleSet, ground, /行政许可法》?第四十五条/.test(cite) ? undefined : cite);
    return true;
  } catch {
    return false;
  }
}

export function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((entry) => [JSON.stringify(entry), entry]));
  return [...seen.values()];
}
