import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { licenseSummary } from '../licenses/viewLicense.ts';
import { maySeeCase } from './caseScope.ts';
import { isTakenBack } from './isTakenBack.ts';
import type { CaseDocument } from './model.ts';
import { caseSummary } from './viewCase.ts';

/** Related cases looked at and shown. */
const looked = 500;
const shown = 50;

/**
 * Other cases of the same applicant (by the blind index of the number), latest first: only those that the actor may see,
 * without clear personal data, each with the licenses that came of it. `hidden` counts what belongs to others.
 */
export async function listRelated(app: AppContext, actor: Actor, subject: CaseDocument) {
  const { holderIndex } = subject;
  if (holderIndex === undefined) return { items: [], hidden: 0 };
  const { tenant } = app;
  const found = (await app.models.cases.find({ tenant, holderIndex }).limit(looked).lean()) as CaseDocument[];
  const others = found.filter(({ _id, state }) => _id !== subject._id && state !== 'draft');
  const seen = others
    .filter((entry) => maySeeCase(actor, entry))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const page = seen.slice(0, shown);
  const licenses =
    page.length === 0
      ? []
      : await app.models.licenses
          .find({ tenant, caseId: trusted({ $in: page.map(({ _id }) => _id) }) })
          .lean();
  return {
    items: page.map((entry) => ({
      ...caseSummary(app, entry),
      decision: entry.decision?.kind ?? null,
      licenses: licenses
        .filter(({ caseId, state }) => caseId === entry._id && (state !== 'draft' || !isTakenBack(entry)))
        .map((license) => licenseSummary(app, license)),
    })),
    hidden: others.length - seen.length,
  };
}
