import {
  assertPauseGround,
  comparePromised,
  defaultCalendar,
  formatLimit,
  hasDue,
  type Limit,
  ruleSets,
} from '@onewindow/clocks';
import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';

/** Departments, rule set, limits and special procedures of `pack.yaml`. */
export function lintManifest({ manifest, context }: PackUnderLint): Finding[] {
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
  for (const limits of [
    manifest.limits,
    ...manifest.operations.map((operation) => ({ ...manifest.limits, ...operation.limits })),
  ]) {
    const { statutory = manifest.limits.statutory, promised = manifest.limits.promised, extension } = limits;
    if (hasDue(statutory) && !statutory.cite) add('statutoryNotCited', { limit: formatLimit(statutory) });
    const example = promiseBroken(promised, statutory);
    if (example !== null)
      add('promisedTooLate', {
        promised: formatLimit(promised),
        statutory: formatLimit(statutory),
        ...example,
      });
    if (extension && hasDue(statutory) && extension.maximum.unit !== statutory.unit) {
      add('extensionUnit', { limit: formatLimit(extension.maximum) });
    }
  }
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

function promiseBroken(promised: Limit, statutory: Limit): { example: string; exampleEn: string } | null {
  const result = comparePromised(promised, statutory, defaultCalendar);
  if (result.ok) return null;
  const counter = result.counterExample;
  return {
    example: counter
      ? `（${counter.startDay}起算：承诺到${counter.promisedDue}，法定到${counter.statutoryDue}）`
      : '',
    exampleEn: counter
      ? ` (from ${counter.startDay}: promised ${counter.promisedDue}, statutory ${counter.statutoryDue})`
      : '',
  };
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
