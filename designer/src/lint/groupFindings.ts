import type { Finding } from '../model/packFiles.ts';
import { type PlaceTab, placeOf } from './placeOf.ts';

export const placeTabs: readonly PlaceTab[] = [
  'process',
  'forms',
  'routing',
  'limits',
  'materials',
  'rules',
  'notices',
  'license',
  'item',
  'scenarios',
  'files',
];

export interface FindingGroup {
  readonly severity: Finding['severity'];
  readonly tab: PlaceTab;
  readonly findings: readonly Finding[];
}

/** Errors before warnings, each by tab in the order of the tabs; within a tab as they were found. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return (['error', 'warning'] as const).flatMap((severity) =>
    placeTabs.flatMap((tab) => {
      const own = findings.filter((entry) => entry.severity === severity && tabOf(entry) === tab);
      return own.length === 0 ? [] : [{ severity, tab, findings: own }];
    }),
  );
}

/** Tab of a finding; one about a step of the diagram belongs to the diagram, whichever file is at fault. */
export function tabOf(finding: Finding): PlaceTab {
  return finding.element !== undefined && finding.file === 'pack.yaml' ? 'process' : placeOf(finding).tab;
}

/** Findings a tab, for the tabs' own labels. */
export function countByTab(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(tabOf(finding), (counts.get(tabOf(finding)) ?? 0) + 1);
  return counts;
}
