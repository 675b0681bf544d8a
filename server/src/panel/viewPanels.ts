import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Actor } from '../identity/actor.ts';
import { panelsOf } from './panelOf.ts';
import { isKeptFrom } from './panelScope.ts';
import { panelResult } from './panelState.ts';

/** The panels of a case for the screen: who sits in it, who has been heard, what the chair concluded. */
export function viewPanels(loaded: LoadedPack, actor: Actor, subject: CaseDocument) {
  return panelsOf(loaded).flatMap(({ step, rule }) => {
    const state = subject.panels?.find((entry) => entry.step === step);
    if (state === undefined) return [];
    return [
      {
        step,
        stepName: loaded.step(step).name,
        minimum: rule.minimum,
        result: panelResult(rule, state),
        members: state.members.map((member) => ({
          name: member.name,
          chair: member.chair,
          state: member.state,
          agrees: isKeptFrom(actor, subject, { stepKey: step, by: member }) ? null : (member.agrees ?? null),
          at: member.at?.toISOString() ?? null,
        })),
        conclusion:
          state.conclusion === undefined
            ? null
            : {
                agreed: state.conclusion.agreed,
                at: state.conclusion.at.toISOString(),
                by: state.conclusion.by.name,
              },
      },
    ];
  });
}
