import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import type { Said } from '../inbox/recordProcedures.ts';
import { appointExperts } from './appointExperts.ts';
import { panelsOf, type RunPanel } from './panelOf.ts';
import { mayConcludeFavourably, type PanelState, panelResult } from './panelState.ts';

/**
 * Takes in what a step says to an expert panel: the appointment, an expert's opinion or withdrawal, the chair's conclusion.
 * Returns the engine variables that the pack names for it.
 * Throws AppError `opinionLacking`, `panelRuleNotMet`, and what {@link appointExperts} throws.
 */
export async function recordPanel(options: {
  app: AppContext;
  change: CaseChange;
  said: Said;
}): Promise<Record<string, string | number>> {
  const { app, change, said } = options;
  const loaded = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const variables: Record<string, string | number> = {};
  for (const panel of panelsOf(loaded)) {
    const { members } = panel;
    const state = change.subject.panels?.find(({ step }) => step === panel.step);
    if (members.appointedBy.includes(said.step) && said.kind !== 'back') {
      const appointed = await appointExperts({ app, change, panel, data: said.data });
      keep(change, appointed.state);
      change.event('expertsAppointed', { step: panel.step, count: appointed.added });
      variables[members.count] = appointed.added;
      variables[members.variable] = 'open';
    } else if (state !== undefined && said.step === panel.step) {
      const heard = hear(panel, state, said, change.now);
      keep(change, heard);
      variables[members.variable] = panelResult(panel.rule, heard);
    } else if (state !== undefined && said.step === members.chairStep) {
      keep(change, conclude(panel, state, said, change.now));
    }
  }
  return variables;
}

function keep(change: CaseChange, state: PanelState): void {
  const others = (change.subject.panels ?? []).filter(({ step }) => step !== state.step);
  change.subject.panels = [...others, state];
}

/** An expert gives an opinion, or withdraws: then nothing that the form holds counts. */
function hear(panel: RunPanel, state: PanelState, said: Said, now: Date): PanelState {
  const recused = panel.members.recuse.includes(said.outcome);
  const { field, agree } = panel.rule.conclusion;
  const opinion = readPointer(said.data, field);
  if (!recused && typeof opinion !== 'string') throw new AppError('opinionLacking');
  return {
    ...state,
    members: state.members.map((member) => {
      if (member.id !== said.by.id) return member;
      return recused
        ? { ...member, state: 'recused', chair: false, at: now }
        : { ...member, state: 'given', agrees: agree.includes(String(opinion)), at: now };
    }),
  };
}

function conclude(panel: RunPanel, state: PanelState, said: Said, now: Date): PanelState {
  const agreed = panel.members.agree.includes(said.outcome);
  if (agreed && !mayConcludeFavourably(panel.rule, state)) throw new AppError('panelRuleNotMet');
  return { ...state, conclusion: { agreed, at: now, by: { id: said.by.id, name: said.by.name } } };
}
