import type { AppContext } from '../app/appContext.ts';
import { maySeeClear } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import { mayDecide, mayRecord } from './appealRights.ts';
import type { AppealDocument } from './model.ts';
import { partsOfDecision } from './partsOfDecision.ts';
import { waysFor } from './waysFor.ts';

/** The appeals against a case's decisions, and the ways that its item offers. */
export async function listAppeals(app: AppContext, actor: Actor, subject: CaseDocument) {
  const appeals = (await app.models.appeals
    .find({ tenant: app.tenant, caseId: subject._id })
    .sort({ at: 1 })
    .lean()) as AppealDocument[];
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const ways = waysFor(loaded.pack);
  const clear = maySeeClear(actor, subject);
  const form = ways.internal?.form;
  const decides = clear && appeals.some((appeal) => mayDecide(actor, loaded.pack, appeal));
  return {
    ways: (['internal', 'reconsideration', 'litigation'] as const).filter((kind) => ways[kind] !== undefined),
    form: form === undefined ? null : loaded.form(form),
    mayRecord:
      subject.decision !== undefined && subject.decision.annulled === undefined && mayRecord(actor, subject),
    parts: decides ? await partsOfDecision(app, subject) : [],
    items: appeals.map((appeal) => ({
      id: appeal._id,
      kind: appeal.kind,
      decisionNo: appeal.decisionNo,
      lodgedOn: appeal.lodgedOn,
      lastDay: appeal.lastDay ?? null,
      late: appeal.late,
      state: appeal.state,
      mayDecide: mayDecide(actor, loaded.pack, appeal),
      formData: clear ? app.cipher.open<Record<string, unknown>>(appeal.sealedForm, appeal._id) : {},
      result:
        appeal.result === undefined
          ? null
          : {
              outcome: appeal.result.outcome,
              reason: appeal.result.reason,
              at: appeal.result.at.toISOString(),
              by: appeal.result.by.name,
              documentNo: appeal.result.documentNo ?? '',
              servedOn: appeal.result.servedOn ?? null,
              within: appeal.result.within ?? null,
              remade: appeal.result.remade ?? null,
            },
    })),
  };
}
