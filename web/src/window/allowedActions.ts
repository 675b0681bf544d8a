import type { CaseView } from '../api/caseTypes.ts';

export type IntakeAction =
  | 'takeOver'
  | 'receive'
  | 'resubmit'
  | 'accept'
  | 'supplement'
  | 'refuse'
  | 'withdraw'
  | 'delete';

/** What the window calls an action and what the server does, the usual next step first. */
const names: [IntakeAction, string][] = [
  ['takeOver', 'takeOver'],
  ['receive', 'receive'],
  ['resubmit', 'resubmit'],
  ['accept', 'accept'],
  ['supplement', 'supplement'],
  ['refuse', 'refuseAcceptance'],
  ['withdraw', 'withdraw'],
  ['delete', 'delete'],
];

/** What the window may do with the case now, the usual next step first. */
export function allowedActions(view: Pick<CaseView, 'actions'>): IntakeAction[] {
  return names.filter(([, served]) => view.actions.includes(served)).map(([action]) => action);
}
