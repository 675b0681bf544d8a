import { MANIFEST } from '../pack/packFiles.ts';
import { partsOfAct, ruleOfAct } from '../schema/dispatchEffectSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Acts that a case file cannot do without once steps act on it: without them no clock starts or stops. */
const needed = ['assign', 'finish', 'close'] as const;

/** Every act on a case file has what it needs, and a rule that allows it at this stage by this role. */
export function lintDispatchActs({ manifest }: ManifestUnderLint): Finding[] {
  const { dispatch, steps } = manifest;
  const found: Finding[] = [];
  const acts = new Set<string>();
  for (const [key, step] of Object.entries(steps)) {
    const stage = dispatch?.stages.find((entry) => entry.steps.includes(key))?.stage;
    for (const [at, effect] of step.effects.entries()) {
      if (!('dispatch' in effect)) continue;
      const { act } = effect.dispatch;
      acts.add(act);
      const add = (code: FindingCode, params: Record<string, string> = {}) =>
        found.push(
          finding(
            code,
            { file: MANIFEST, element: key, path: `steps.${key}.effects.${at}` },
            { name: step.name['zh-CN'], act, ...params },
          ),
        );
      if (!dispatch) {
        add('dispatchActElsewhere');
        continue;
      }
      for (const part of partsOfAct[act] ?? [])
        if (effect.dispatch[part] === undefined) add('dispatchActPart', { part });
      const kind = ruleOfAct[act];
      if (kind === undefined) continue;
      const rule = dispatch.actions.find((entry) => entry.kind === kind);
      const allowed = rule !== undefined && stage !== undefined && rule.stages.includes(stage);
      if (!allowed || rule.role !== step.role) add('dispatchActRule');
    }
  }
  // The call back closes what it finds solved.
  if (acts.has('callBack')) acts.add('close');
  if (acts.size > 0)
    for (const act of needed)
      if (!acts.has(act))
        found.push(finding('dispatchActMissing', { file: MANIFEST, path: 'dispatch.stages' }, { act }));
  return found;
}
