import type { Act } from '../scenario/actSchema.ts';
import type { Scenario } from '../scenario/scenarioSchema.ts';
import type { FindingCode } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Place inside a scenario, part by part. */
export type Place = readonly (string | number)[];
export type Add = (code: FindingCode, path: Place, params: Readonly<Record<string, string>>) => void;

/** Acts by which the scenario's own case may begin. */
const beginnings: ReadonlySet<Act['act']> = new Set(['wait', 'request']);

/**
 * A scenario fits the kind of its pack: a dispatch begins with a report, everything else with an application; items,
 * joint visits and commitments are named only where the pack has them.
 */
export function lintScenarioKind({ manifest }: ManifestUnderLint, scenario: Scenario, add: Add): void {
  const { dispatch, theme, commitment } = manifest;
  const first = scenario.steps.findIndex(({ act }) => !beginnings.has(act));
  if (dispatch !== undefined) {
    if (scenario.steps[first]?.act !== 'report')
      add('scenarioReportMissing', ['steps', Math.max(first, 0)], {});
  } else if (first !== -1) {
    for (const part of ['applicant', 'form'] as const)
      if (scenario[part] === undefined) add('scenarioApplicationMissing', [part], { part });
  }
  const item = (name: string | undefined, path: Place) => {
    if (name === undefined || theme?.items.some((entry) => entry.item === name)) return;
    add('scenarioItemUnknown', path, { name });
  };
  for (const name of Object.keys(scenario.expectItems ?? {})) item(name, ['expectItems', name]);
  for (const [at, act] of scenario.steps.entries()) {
    const path = ['steps', at];
    item(act.item, [...path, 'item']);
    const visit = act.act === 'arrangeVisit' || act.act === 'recordVisit';
    if (visit && theme?.jointVisit === undefined)
      add('scenarioActForeign', [...path, 'act'], { act: act.act });
    if (
      act.act === 'commit' &&
      act.item === undefined &&
      commitment === undefined &&
      act.refused === undefined
    )
      add('scenarioActForeign', [...path, 'act'], { act: act.act });
    if (act.act !== 'report') continue;
    if (dispatch === undefined) add('scenarioActForeign', [...path, 'act'], { act: act.act });
    else if (!dispatch.sources.some(({ key }) => key === act.source))
      add('scenarioSourceUnknown', [...path, 'source'], { name: act.source });
  }
}
