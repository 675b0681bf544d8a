import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { findCaseFile } from '../cases/findCaseFile.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { idParams, licenseSummary, listOf } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { attachMaterial, removeMaterialFile, satisfyByLicense } from '../intake/attachMaterial.ts';
import { deleteDraft } from '../intake/deleteDraft.ts';
import { listHeldLicenses } from '../intake/listHeldLicenses.ts';
import { receiveCase } from '../intake/receiveCase.ts';
import { resubmitCase } from '../intake/resubmitCase.ts';
import { editSchema } from '../intake/schemas.ts';
import { updateDraft } from '../intake/updateDraft.ts';
import { withdrawCase } from '../intake/withdrawCase.ts';
import { supplyOnline } from '../materialRequests/supplyOnline.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import { rateService } from '../satisfaction/rateService.ts';
import { ratingBody } from '../satisfaction/routes.ts';
import { listOwnBenefits } from './ownBenefits.ts';
import {
  beginApplication,
  isVerified,
  listOwnCases,
  listOwnLicenses,
  readOwnDocument,
  readOwnLicense,
  requireOwnLicense,
} from './ownCases.ts';
import { ownBenefitView, ownCaseView, ownSummaryView } from './schemas.ts';
import { viewOwnCase } from './viewOwnCase.ts';

const applicant = ['applicant'] as const;
const common = { access: applicant, tag: 'portal', response: ownCaseView };
const materialParams = idParams.extend({ key: z.string().min(1).max(64) });

/** The case as it is now, when this request was carried out on it before. */
async function caseAgain({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const subject = await readCase(app, actor, params.id);
  return wasCarriedOut(subject, actor.request) ? viewOwnCase(app, actor, subject) : undefined;
}

/** The applicant's own applications, by the use cases of the window; what is somebody else's does not exist. */
export const applicationRoutes = [
  defineRoute({
    method: 'get',
    path: '/portal/cases',
    access: applicant,
    tag: 'portal',
    summary: 'Own applications, latest change first',
    response: listOf(ownSummaryView),
    handle: ({ app, actor }) => listOwnCases(app, actor.id),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/portal/cases',
    summary: 'Begin an application in the name of a party',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      packCode: z.string().min(1).max(64),
      operation: z.string().min(1).max(32),
      partyId: z.string().min(1).max(64),
      door: z.enum(['portal', 'kiosk']).default('portal'),
      /** Answers to the guided questions: key of the question → value. */
      answers: z.record(z.string().max(64), z.string().max(64)).optional(),
    }),
    handle: async ({ app, actor, body, requestId }) =>
      viewOwnCase(app, actor, await beginApplication({ app, actor, ...body, requestId })),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/portal/cases/{id}',
    summary: 'One own application',
    params: idParams,
    handle: async ({ app, actor, params }) => viewOwnCase(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    ...common,
    method: 'patch',
    path: '/portal/cases/{id}',
    summary: 'Save answers of a draft or a correction (needs If-Match)',
    params: idParams,
    // Who applies comes from the account and cannot be changed under way.
    body: editSchema.pick({ area: true, formData: true, licenseId: true }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      if (body.licenseId !== undefined) await requireOwnLicense(app, actor, body.licenseId);
      const edit = { app, actor, caseId: params.id, version: ifMatch, edit: body };
      return viewOwnCase(app, actor, await updateDraft(edit));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/portal/cases/{id}',
    access: applicant,
    tag: 'portal',
    summary: 'Throw away an own draft',
    params: idParams,
    handle: ({ app, actor, params }) => deleteDraft({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/portal/cases/{id}/materials/{key}/files',
    access: applicant,
    tag: 'portal',
    summary: 'Upload a file of a material',
    status: 201,
    upload: 'document',
    idempotent: true,
    params: materialParams,
    response: z.looseObject({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }),
    handle: async ({ app, actor, params, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      const where = { caseId: params.id, materialKey: params.key, file: upload, requestId };
      const { id, name, mediaType, size } = await attachMaterial({ app, actor, ...where });
      return { id, name, mediaType, size };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/portal/cases/{id}/materials/{key}/files/{fileId}',
    access: applicant,
    tag: 'portal',
    summary: 'Take a file off a material',
    params: materialParams.extend({ fileId: z.string().max(64) }),
    handle: ({ app, actor, params }) =>
      removeMaterialFile({ app, actor, caseId: params.id, materialKey: params.key, fileId: params.fileId }),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/cases/{id}/materials/held',
    access: applicant,
    tag: 'portal',
    summary:
      'Materials that a license of the applicant satisfies; none before a register has confirmed who applies',
    params: idParams,
    response: listOf(z.object({ materialKey: z.string(), license: licenseSummary })),
    handle: async ({ app, actor, params }) =>
      isVerified(await readCase(app, actor, params.id))
        ? listHeldLicenses({ app, actor, caseId: params.id })
        : { items: [] },
  }),
  defineRoute({
    method: 'put',
    path: '/portal/cases/{id}/materials/{key}/license',
    access: applicant,
    tag: 'portal',
    summary: 'Satisfy a material by an own license',
    params: materialParams,
    body: z.strictObject({ licenseId: z.string().max(64) }),
    handle: async ({ app, actor, params, body }) => {
      if (!isVerified(await readCase(app, actor, params.id))) throw new AppError('notFound');
      const { licenseId } = body;
      await satisfyByLicense({ app, actor, caseId: params.id, materialKey: params.key, licenseId });
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/portal/cases/{id}/submit',
    summary: 'Hand the application in 提交',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewOwnCase(app, actor, await receiveCase({ app, actor, caseId: params.id })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/portal/cases/{id}/resubmit',
    summary: 'The corrections are in 提交补正',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewOwnCase(app, actor, await resubmitCase({ app, actor, caseId: params.id })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/portal/cases/{id}/material-requests/{requestId}/supply',
    summary: 'Hand in what a step asked for after acceptance 补充材料',
    again: caseAgain,
    params: idParams.extend({ requestId: z.string().min(1).max(64) }),
    body: z.strictObject({ note: z.string().trim().max(500).default('') }),
    handle: async ({ app, actor, params, body }) => {
      const { subject } = await supplyOnline({ app, actor, caseId: params.id, ...params, ...body });
      return viewOwnCase(app, actor, subject);
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/portal/cases/{id}/withdraw',
    summary: 'Withdraw the application 撤回',
    again: caseAgain,
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
    handle: async ({ app, actor, params, body }) => {
      const withdrawn = await withdrawCase({ app, actor, caseId: params.id, reason: body.reason });
      return viewOwnCase(app, actor, await deliverNow(app, withdrawn));
    },
  }),
  defineRoute({
    method: 'put',
    path: '/portal/cases/{id}/rating',
    access: applicant,
    tag: 'portal',
    summary: 'Rate the service 好差评, once',
    params: idParams,
    body: ratingBody,
    handle: ({ app, actor, params, body }) => rateService({ app, actor, caseId: params.id, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/cases/{id}/documents/{documentId}/content',
    access: applicant,
    tag: 'portal',
    summary: 'A statutory document of an own case as signed PDF',
    params: idParams.extend({ documentId: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) =>
      new FileAnswer({
        ...(await readOwnDocument(app, actor, params.id, params.documentId)),
        mediaType: 'application/pdf',
      }),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/cases/{id}/files/{fileId}/content',
    access: applicant,
    tag: 'portal',
    summary: 'A file that was handed in with an own application',
    params: idParams.extend({ fileId: z.string().max(64) }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const own = subject.materials.some(({ files }) => files.some(({ id }) => id === params.fileId));
      const file = own ? await findCaseFile(app, subject, params.fileId) : undefined;
      if (file === undefined) throw new AppError('notFound');
      const bytes = await app.files.get({ tenant: app.tenant, id: file.fileId });
      return new FileAnswer({ bytes, mediaType: file.mediaType, name: file.name });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/portal/licenses',
    access: applicant,
    tag: 'portal',
    summary: 'Licenses of the parties that a register has confirmed',
    response: listOf(licenseSummary),
    handle: ({ app, actor }) => listOwnLicenses(app, actor.id),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/benefits',
    access: applicant,
    tag: 'portal',
    summary: 'What is paid to the parties that a register has confirmed, and what stops it 我的待遇',
    response: listOf(ownBenefitView),
    handle: ({ app, actor }) => listOwnBenefits(app, actor.id),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/licenses/{id}/content',
    access: applicant,
    tag: 'portal',
    summary: 'An own license as signed PDF',
    params: idParams,
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) =>
      new FileAnswer({ ...(await readOwnLicense(app, actor, params.id)), mediaType: 'application/pdf' }),
  }),
];
