import { computeDue, formatLimit, hasDue } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { ruleInForce } from '../supervision/rules/rulesInForce.ts';
import type { AppealDocument } from './model.ts';
import type { RemakeOrder } from './remakeOrder.ts';
import { followUpKey } from './settleRemake.ts';

/** The finding has the time that the order names to be settled in, where it names one. */
export async function expectDecision(options: {
  app: AppContext;
  change: CaseChange;
  appeal: AppealDocument;
  order: RemakeOrder;
  remade: { caseNo: string };
}): Promise<void> {
  const { app, change, appeal, order, remade } = options;
  const { within, startAt } = order;
  const kind = 'appealFollowUp';
  const rule = await ruleInForce(app, kind, change.session);
  const ordered = within !== undefined && hasDue(within) ? within : undefined;
  const dueAt =
    ordered === undefined
      ? change.now
      : computeDue({ limit: ordered, startAt }, app.calendar.calendar, change.now).dueAt;
  await openFinding(app, change, {
    ...{ effectKey: followUpKey(appeal._id), kind, departmentId: appeal.departmentId, dueAt },
    details: { appeal: appeal._id, decisionNo: appeal.decisionNo, caseNo: remade.caseNo },
    ...(ordered === undefined ? {} : { inForce: { ...rule, handling: formatLimit(ordered) } }),
  });
}
