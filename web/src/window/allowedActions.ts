import type { CaseView } from '../api/types.ts';

export type IntakeAction = 'receive' | 'resubmit' | 'accept' | 'supplement' | 'refuse' | 'withdraw' | 'delete';

/** Names of the server's `actions` by what the window calls them. */
const names: [IntakeAction, string[]][] = [
  ['receive', ['receive']],
  ['resubmit', ['resubmit']],
  ['accept', ['accept']],
  ['supplement', ['supplement', 'requestSupplement']],
  ['refuse', ['refuseAcceptance', 'refuse-acceptance']],
  ['withdraw', ['withdraw']],
  ['delete', ['delete']],
];

/** What the window may do with the case now, the usual next step first. */
export function allowedActions(view: Pick<CaseView, 'actions'>): IntakeAction[] {
  return names.filter(([, served]) => served.some((name) => view.actions.includes(name))).map(([action]) => action);
}
