import type { AppContext } from '../app/appContext.ts';
import { allocateCaseNo, itemCaseNo } from '../cases/caseNo.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, ThemeItem } from '../cases/model.ts';
import { requireState } from '../cases/requireState.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { checkComplete } from '../intake/checkComplete.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { requireMemberLicenses } from '../visits/licensedMembers.ts';
import { checkItems } from './checkItems.ts';
import { createItemCase } from './createItemCase.ts';
import { planTheme } from './planTheme.ts';
import { planItems, themeOf } from './themeItems.ts';

/**
 * Receipt 收件 of a theme 一件事: one number family, one receipt with one promised date, and a case for each item, all in
 * one transaction or not at all. Items that wait for others are kept until these are granted (`advanceTheme`).
 * Throws AppError `stateConflict`, `themeEmpty`, and what checkComplete, requireMemberLicenses and checkItems throw.
 */
export async function receiveTheme(input: {
  app: AppContext;
  actor: Actor;
  draft: CaseDocument;
}): Promise<CaseDocument> {
  const { app, actor, draft } = input;
  requireState(draft, 'draft');
  const theme = themeOf(await app.packs.version(draft.packCode, draft.packVersion));
  const answers = await checkComplete({ app, subject: draft });
  const { variables } = await readEngineVariables({ app, subject: draft });
  const planned = await planItems(app, theme, variables);
  if (planned.length === 0) throw new AppError('themeEmpty');
  await requireMemberLicenses(app, draft);
  const filled = await checkItems({ app, subject: draft, theme, planned, answers });
  const now = app.time.now();
  const caseNo = await allocateCaseNo(app, now);
  const items: ThemeItem[] = planned.map(({ rule, after, applicantFrom }, index) => ({
    packCode: rule.item,
    operation: rule.operation,
    caseId: newId(),
    caseNo: itemCaseNo(caseNo, index + 1),
    after,
    onRefusal: rule.onRefusal,
    ...(applicantFrom === undefined ? {} : { applicantFrom }),
  }));
  const changed = await inTransaction(app.connection, async (session) => {
    const parent = await changeCaseIn(
      session,
      {
        app,
        caseId: draft._id,
        actor: asEventActor(actor),
        request: actor.request,
        expectedVersion: draft.version,
        work: async (change) => {
          const { subject } = change;
          requireState(subject, 'draft');
          subject.caseNo = caseNo;
          subject.state = 'received';
          subject.receivedAt = now;
          subject.departmentIds = [
            ...new Set([subject.departmentId, ...planned.map(({ loaded }) => loaded.pack.department)]),
          ];
          subject.theme = { items };
          const plan = await planTheme({ app, items, cases: [], variables, now });
          if (plan.promisedDay !== null) subject.theme.promisedDay = plan.promisedDay;
          await app.models.submissions.updateOne(
            { tenant: app.tenant, caseId: subject._id, stepKey: 'intake' },
            { $set: { open: false } },
            { session },
          );
          change.event('received', { caseNo });
          if (theme.receipt === 'one') await oweDocument({ app, change, kind: 'receipt', once: true });
        },
      },
      now,
    );
    const children = [];
    for (const [index, item] of items.entries()) {
      const plannedItem = planned[index];
      if (plannedItem === undefined) continue;
      const formData = filled.get(item.packCode) ?? {};
      children.push(
        await createItemCase({
          app,
          session,
          now,
          actor,
          themeCase: parent.subject,
          planned: plannedItem,
          item,
          formData,
        }),
      );
    }
    return [parent, ...children];
  });
  for (const { subject } of changed) announce(app, subject, now);
  const [parent] = changed;
  if (parent === undefined) throw new Error('a theme has its own case');
  return parent.subject;
}
