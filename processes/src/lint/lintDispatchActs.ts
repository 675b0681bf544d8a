import { formatLimit, type Limit } from '@onewindow/clocks';
import { MANIFEST } from '../pack/packFiles.ts';
import { partsOfAct, ruleOfAct } from '../schema/dispatchEffectSchema.ts';
import type { Dispatch } from '../schema/dispatchSchema.ts';
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
      if (act === 'dispute' || act === 'settle') {
        const fits = act === 'settle' ? settles(dispatch, key, step) : stage === 'handle';
        if (dispatch.disputes === undefined || !fits) add('disputeMismatch');
        continue;
      }
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
  found.push(...unused(dispatch, acts));
  return found;
}

/** Whether the step is the one that settles disputes, by whom and within what the pack says. */
function settles(
  { disputes }: Dispatch,
  key: string,
  { role, limit }: { readonly role: string; readonly limit?: Limit | undefined },
): boolean {
  if (disputes === undefined || (disputes.step ?? key) !== key || disputes.role !== role) return false;
  return limit !== undefined && formatLimit(limit) === formatLimit(disputes.limit);
}

/** What is written and does nothing: a dispute that nobody can raise or settle, and the plan of an emergency. */
function unused(dispatch: Dispatch | undefined, acts: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const add = (part: string) =>
    found.push(finding('dispatchPartUnused', { file: MANIFEST, path: `dispatch.${part}` }, { part }));
  if (dispatch?.disputes && !(acts.has('dispute') && acts.has('settle'))) add('disputes');
  if (dispatch?.plan) add('plan');
  return found;
}
