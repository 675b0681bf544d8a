import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { caseSummary, viewCase } from '../cases/viewCase.ts';
import { listDocuments } from '../documents/listDocuments.ts';
import type { Actor } from '../identity/actor.ts';
import { openRequestsFor } from '../materialRequests/supplyOnline.ts';
import { readProgress } from '../public/readProgress.ts';
import { viewRating } from '../satisfaction/listRatings.ts';
import type { SatisfactionDocument } from '../satisfaction/model.ts';
import { ratedStates } from '../satisfaction/rateService.ts';

/** One line of the applicant's own list. */
export function ownSummary(app: AppContext, subject: CaseDocument) {
  const {
    id,
    caseNo,
    packCode,
    itemName,
    operation,
    state,
    applicantName,
    receivedAt,
    updatedAt,
    department,
  } = caseSummary(app, subject);
  return {
    id,
    caseNo,
    packCode,
    itemName,
    operation,
    state,
    applicantName,
    receivedAt,
    updatedAt,
    department,
    decision: subject.decision?.kind ?? null,
  };
}

/** The whole case for the applicant whose account it is: nobody of the staff is named in it. */
export async function viewOwnCase(app: AppContext, actor: Actor, subject: CaseDocument) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const [view, progress, documents, rating, asked] = await Promise.all([
    viewCase(app, actor, subject),
    subject.state === 'draft' ? null : readProgress(app, subject.progressToken),
    listDocuments(app, subject),
    app.models.satisfactions.findOne({ tenant: app.tenant, caseId: subject._id }).lean(),
    subject.state === 'accepted' ? openRequestsFor(app, subject) : [],
  ]);
  return {
    ...ownSummary(app, subject),
    version: view.version,
    operationName: loaded.operation(subject.operation).name,
    applicant: view.applicant ?? null,
    agent: view.agent ?? null,
    area: view.area,
    askedArea: loaded.pack.area,
    requiresLicense: loaded.operation(subject.operation).requiresLicense,
    licenseId: subject.licenseId ?? null,
    form: view.form,
    formData: view.formData,
    materials: view.materials,
    supplement: view.supplement,
    /** Material that a step asks for after acceptance. */
    asked,
    verified: subject.account?.verifiedBy ?? null,
    decision:
      subject.decision === undefined
        ? null
        : {
            kind: subject.decision.kind,
            at: subject.decision.at.toISOString(),
            reason: subject.decision.reason,
          },
    dueDay: progress?.dueDay ?? null,
    steps: progress?.steps ?? [],
    bills: progress?.bills ?? [],
    onBatchList: progress?.onBatchList ?? false,
    documents: documents.map(({ id, kind, number, title, issuedAt }) => ({
      id,
      kind,
      number,
      title,
      issuedAt,
    })),
    licenses: view.licenses,
    rating: rating === null ? null : viewRating(app, rating as SatisfactionDocument),
    actions: ownActions(subject, rating !== null),
  };
}

function ownActions(subject: CaseDocument, rated: boolean): string[] {
  const acts: Partial<Record<CaseDocument['state'], string[]>> = {
    draft: ['edit', 'submit', 'delete'],
    received: ['withdraw'],
    supplementing: ['edit', 'resubmit', 'withdraw'],
    accepted: ['withdraw'],
  };
  const canRate = !rated && ratedStates.some((state) => state === subject.state);
  return [...(acts[subject.state] ?? []), ...(canRate ? ['rate'] : [])];
}
