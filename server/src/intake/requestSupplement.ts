import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, SupplementItem } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireItem } from '../cases/requireItem.ts';
import { requireState } from '../cases/requireState.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { requireAcceptanceOpen } from './requireAcceptanceOpen.ts';

/**
 * Supplement 补正: all corrections at once, in one list (Administrative License Law art. 32). A second list may concern
 * only what was newly supplied since the first.
 * Throws AppError `stateConflict`, `acceptanceOverdue` (later than the fifth working day), `invalidRequest` (empty list, unknown material, material not newly supplied).
 */
export async function requestSupplement(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  items: readonly SupplementItem[];
}): Promise<CaseDocument> {
  const { app, actor, caseId, items } = input;
  const before = await readIntakeCase(app, actor, caseId);
  await requireAcceptanceOpen(app, before);
  const loaded = await app.packs.version(before.packCode, before.packVersion);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      requireItem(change.subject);
      requireState(change.subject, 'received');
      const earlier = change.subject.supplement;
      for (const [at, item] of items.entries()) {
        const known = item.materialKey === undefined || loaded.material(item.materialKey) !== undefined;
        if (!known) throw new AppError('materialUnknown', { params: { key: item.materialKey ?? '' } });
        const supplied =
          earlier === undefined || earlier.suppliedSince.includes(item.materialKey ?? 'formData');
        if (!supplied) throw notNewlySupplied(at);
      }
      const round = (earlier?.round ?? 0) + 1;
      change.subject.state = 'supplementing';
      change.subject.supplement = { round, items: [...items], at: change.now, suppliedSince: [] };
      await app.models.submissions.updateOne(
        { tenant: app.tenant, caseId, stepKey: 'intake' },
        { $set: { open: true } },
        { session: change.session },
      );
      await stopClocks({ app, change, kinds: ['acceptance'] });
      change.event('supplementRequested', {
        round,
        items: items.map(({ materialKey, field }) => ({ materialKey, field })),
      });
      await oweDocument({ app, change, kind: 'supplementNotice', slot: String(round) });
      tellAccount(change, 'supplementRequested');
    },
  });
  return subject;
}

function notNewlySupplied(at: number): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: `items.${at}`,
        pointer: `/items/${at}`,
        rule: 'oneList',
        message: {
          'zh-CN': '依据《行政许可法》第三十二条应一次性告知：再次补正只能针对新提交的内容。',
          en: 'Administrative License Law art. 32: a second list may concern only what was newly supplied.',
        },
      },
    ],
  });
}
