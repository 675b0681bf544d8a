import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { viewCase } from '../cases/viewCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { caseView, daySchema, idParams, licenseSummary, listOf } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { deliverNow, deliverOwn } from '../outbox/deliverNow.ts';
import { acceptTheme } from '../themes/acceptTheme.ts';
import { withdrawTheme } from '../themes/withdrawTheme.ts';
import { acceptCase } from './acceptCase.ts';
import { arrangeFiles } from './arrangeFiles.ts';
import { attachMaterial, leaveLicense, removeMaterialFile, satisfyByLicense } from './attachMaterial.ts';
import { createDraft } from './createDraft.ts';
import { deleteDraft } from './deleteDraft.ts';
import { listHeldLicenses } from './listHeldLicenses.ts';
import { receiveCase } from './receiveCase.ts';
import { refuseAcceptance } from './refuseAcceptance.ts';
import { requestSupplement } from './requestSupplement.ts';
import { resubmitCase } from './resubmitCase.ts';
import { arrangementSchema, draftSchema, editSchema, materialFile, supplementSchema } from './schemas.ts';
import { takeOverDraft } from './takeOverDraft.ts';
import { updateDraft } from './updateDraft.ts';
import { withdrawCase } from './withdrawCase.ts';

const clerk = ['clerk'] as const;
const common = { access: clerk, tag: 'intake', response: caseView };
/** The case as it is now, when this request was carried out on it before. */
async function caseAgain({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const subject = await readIntakeCase(app, actor, params.id);
  return wasCarriedOut(subject, actor.request)
    ? viewCase(app, actor, await deliverNow(app, subject))
    : undefined;
}
const materialParams = idParams.extend({ key: z.string().min(1).max(64) });

export const intakeRoutes = [
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases',
    summary: 'Open a draft',
    status: 201,
    idempotent: true,
    body: draftSchema,
    handle: async ({ app, actor, body, requestId }) => {
      const { packCode, operation, ...edit } = body;
      return viewCase(app, actor, await createDraft({ app, actor, packCode, operation, edit, requestId }));
    },
  }),
  defineRoute({
    ...common,
    method: 'patch',
    path: '/cases/{id}',
    summary: 'Save an edit of a draft or a correction (needs If-Match)',
    params: idParams,
    body: editSchema,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewCase(
        app,
        actor,
        await updateDraft({ app, actor, caseId: params.id, version: ifMatch, edit: body }),
      ),
  }),
  defineRoute({
    method: 'delete',
    path: '/cases/{id}',
    access: clerk,
    tag: 'intake',
    summary: 'Throw away a draft',
    params: idParams,
    handle: ({ app, actor, params }) => deleteDraft({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/materials/{key}/files',
    access: clerk,
    tag: 'intake',
    summary: 'Upload a file of a material',
    status: 201,
    upload: 'document',
    idempotent: true,
    params: materialParams,
    response: materialFile,
    handle: async ({ app, actor, params, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      const file = await attachMaterial({
        app,
        actor,
        caseId: params.id,
        materialKey: params.key,
        file: upload,
        requestId,
      });
      return {
        id: file.id,
        name: file.name,
        mediaType: file.mediaType,
        size: file.size,
        uploadedAt: file.uploadedAt.toISOString(),
      };
    },
  }),
  defineRoute({
    ...common,
    method: 'put',
    path: '/cases/{id}/materials/{key}/files',
    summary: 'Order and names of the files of a material (needs If-Match)',
    params: materialParams,
    body: arrangementSchema,
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const arranged = { caseId: params.id, materialKey: params.key, version: ifMatch, files: body.files };
      return viewCase(app, actor, await arrangeFiles({ app, actor, ...arranged }));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/cases/{id}/materials/{key}/files/{fileId}',
    access: clerk,
    tag: 'intake',
    summary: 'Take a file off a material',
    params: materialParams.extend({ fileId: z.string().max(64) }),
    handle: ({ app, actor, params }) =>
      removeMaterialFile({ app, actor, caseId: params.id, materialKey: params.key, fileId: params.fileId }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/materials/held',
    access: clerk,
    tag: 'intake',
    summary: 'Materials that a license in store satisfies',
    params: idParams,
    response: listOf(z.object({ materialKey: z.string(), license: licenseSummary })),
    handle: ({ app, actor, params }) => listHeldLicenses({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'put',
    path: '/cases/{id}/materials/{key}/license',
    access: clerk,
    tag: 'intake',
    summary: 'Satisfy a material by a license in store',
    params: materialParams,
    body: z.strictObject({ licenseId: z.string().max(64), purpose: z.string().max(200).optional() }),
    handle: ({ app, actor, params, body }) =>
      satisfyByLicense({ app, actor, caseId: params.id, materialKey: params.key, ...body }),
  }),
  defineRoute({
    method: 'delete',
    path: '/cases/{id}/materials/{key}/license',
    access: clerk,
    tag: 'intake',
    summary: 'Take the license off a material again',
    params: materialParams,
    handle: ({ app, actor, params }) =>
      leaveLicense({ app, actor, caseId: params.id, materialKey: params.key }),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/receive',
    summary: 'Receipt 收件',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewCase(app, actor, await receiveCase({ app, actor, caseId: params.id })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/accept',
    summary: 'Acceptance 受理',
    again: caseAgain,
    params: idParams,
    body: z.strictObject({
      waived: z
        .array(z.strictObject({ materialKey: z.string().max(64), dueDay: daySchema }))
        .max(50)
        .optional(),
      signedBy: z.enum(['applicant', 'legalRepresentative', 'agent']).optional(),
    }),
    handle: async ({ app, actor, params, body }) => {
      const found = await readIntakeCase(app, actor, params.id);
      if (found.theme !== undefined) {
        const { subject, refused } = await acceptTheme({ app, actor, themeCase: found, ...body });
        return { ...(await viewCase(app, actor, subject)), refused };
      }
      const accepted = await acceptCase({ app, actor, caseId: params.id, ...body });
      return viewCase(app, actor, await deliverOwn(app, accepted), accepted.application);
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/supplement',
    summary: 'Ask for corrections 补正, all at once',
    again: caseAgain,
    params: idParams,
    body: supplementSchema,
    handle: async ({ app, actor, params, body }) =>
      viewCase(app, actor, await requestSupplement({ app, actor, caseId: params.id, items: body.items })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/resubmit',
    summary: 'Corrections are in',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewCase(app, actor, await resubmitCase({ app, actor, caseId: params.id })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/refuse-acceptance',
    summary: 'Refuse to accept 不予受理',
    again: caseAgain,
    params: idParams,
    body: z.strictObject({
      reasonKey: z.string().max(64),
      reason: z.string().trim().min(1).max(1000),
      /** Authority to which the applicant is sent instead, where the reason asks for one. */
      referTo: z.string().trim().min(1).max(200).optional(),
    }),
    handle: async ({ app, actor, params, body }) =>
      viewCase(app, actor, await refuseAcceptance({ app, actor, caseId: params.id, ...body })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/take-over',
    summary: "Take over a colleague's draft",
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewCase(app, actor, await takeOverDraft({ app, actor, caseId: params.id })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/{id}/withdraw',
    summary: 'The applicant withdraws',
    again: caseAgain,
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
    handle: async ({ app, actor, params, body }) => {
      const found = await readIntakeCase(app, actor, params.id);
      if (found.theme !== undefined)
        return viewCase(app, actor, await withdrawTheme({ app, actor, themeCase: found }));
      const withdrawn = await withdrawCase({ app, actor, caseId: params.id, reason: body.reason });
      return viewCase(app, actor, await deliverNow(app, withdrawn));
    },
  }),
];
