import type { CaseChange } from '../cases/changeCase.ts';

/** Owes the start of the case's process, in the transaction of the act that begins it. */
export function startProcess(
  change: CaseChange,
  variables: Readonly<Record<string, string | number | boolean>>,
): void {
  const { subject } = change;
  subject.engine = { state: 'pending' };
  change.outbox({
    destination: 'engine',
    type: 'startCase',
    payload: { definitionId: subject.definitionId, caseNo: subject.caseNo, variables },
  });
}
