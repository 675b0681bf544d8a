import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readOnlineItem } from '../applicants/onlineItems.ts';
import { onlineItem } from '../applicants/schemas.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, textSchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { attachMaterial } from '../intake/attachMaterial.ts';
import { createDraft } from '../intake/createDraft.ts';
import { receiveCase } from '../intake/receiveCase.ts';
import { resubmitCase } from '../intake/resubmitCase.ts';
import { agentSchema, applicantSchema, editSchema, materialFile } from '../intake/schemas.ts';
import { updateDraft } from '../intake/updateDraft.ts';
import { partnerRole } from './model.ts';
import { requireOwnCase, requireScope } from './requireScope.ts';
import { followCase, viewPartnerCase } from './viewPartnerCase.ts';

const partnerCase = z.looseObject({
  id: z.string(),
  caseNo: z.string().nullable(),
  packCode: z.string(),
  operation: z.string(),
  state: z.string(),
  version: z.number(),
  dueDay: z.string().nullable(),
  materials: z.array(
    z.looseObject({ key: z.string(), name: textSchema, required: z.boolean(), status: z.string() }),
  ),
  progressUrl: z.string(),
});
const common = { access: [partnerRole] as const, tag: 'partner', response: partnerCase };
/** Neither a card reader nor a clerk has seen the person. */
const persons = {
  applicant: applicantSchema.omit({ numberConfirmed: true, source: true }),
  agent: agentSchema.omit({ source: true }).optional(),
};

/** The case as it is now, when this request was carried out on it before. */
async function caseAgain({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const subject = await readCase(app, actor, params.id);
  return wasCarriedOut(subject, actor.request) ? viewPartnerCase(app, actor, subject) : undefined;
}

/** What other systems call with a key: the use cases of portal and window, on what the key's scopes allow. */
export const partnerRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/partner/items/{packCode}/operations/{operation}',
    summary: 'What an operation of an item asks for: materials, fees, limits (right intake)',
    params: z.object({ packCode: z.string().max(64), operation: z.string().max(32) }),
    response: onlineItem,
    handle: async ({ app, actor, params }) => {
      await requireScope(app, actor, 'intake', params.packCode);
      const item = await readOnlineItem(app, params.packCode, params.operation);
      const loaded = await app.packs.live(params.packCode);
      return { ...item, form: loaded.form(loaded.operation(params.operation).intakeForm) };
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/partner/cases',
    summary: 'Begin an application (right intake)',
    status: 201,
    idempotent: true,
    body: editSchema
      .pick({ area: true, formData: true })
      .extend({ packCode: z.string().min(1).max(64), operation: z.string().min(1).max(32), ...persons }),
    handle: async ({ app, actor, body, requestId }) => {
      const { packCode, operation, ...edit } = body;
      await requireScope(app, actor, 'intake', packCode);
      const account = { id: actor.id, door: 'api' as const, officeId: app.config.ONLINE_OFFICE };
      const draft = await createDraft({ app, actor, packCode, operation, edit, account, requestId });
      return viewPartnerCase(app, actor, draft);
    },
  }),
  defineRoute({
    ...common,
    method: 'patch',
    path: '/partner/cases/{id}',
    summary: 'Change answers of an own draft or correction (right intake, needs If-Match)',
    params: idParams,
    body: editSchema.pick({ area: true, formData: true }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      await requireOwnCase(app, actor, 'intake', params.id);
      const edit = { app, actor, caseId: params.id, version: ifMatch, edit: body };
      return viewPartnerCase(app, actor, await updateDraft(edit));
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/partner/cases/{id}/materials/{key}/files',
    summary: 'Upload a file of a material (right intake)',
    status: 201,
    upload: 'document',
    idempotent: true,
    params: idParams.extend({ key: z.string().min(1).max(64) }),
    response: materialFile,
    handle: async ({ app, actor, params, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      await requireOwnCase(app, actor, 'intake', params.id);
      const where = { caseId: params.id, materialKey: params.key, file: upload, requestId };
      const { id, name, mediaType, size } = await attachMaterial({ app, actor, ...where });
      return { id, name, mediaType, size };
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/partner/cases/{id}/submit',
    summary: 'Hand the application in (right intake)',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) => {
      await requireOwnCase(app, actor, 'intake', params.id);
      return viewPartnerCase(app, actor, await receiveCase({ app, actor, caseId: params.id }));
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/partner/cases/{id}/resubmit',
    summary: 'The corrections are in (right intake)',
    again: caseAgain,
    params: idParams,
    handle: async ({ app, actor, params }) => {
      await requireOwnCase(app, actor, 'intake', params.id);
      return viewPartnerCase(app, actor, await resubmitCase({ app, actor, caseId: params.id }));
    },
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/partner/cases/{id}',
    summary: 'Where an application stands that this key began (right status)',
    params: idParams,
    handle: async ({ app, actor, params }) =>
      viewPartnerCase(app, actor, await requireOwnCase(app, actor, 'status', params.id)),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/partner/progress/{caseNo}',
    summary: 'Progress of any case of the key’s items by its number, without personal data (right track)',
    params: z.object({ caseNo: z.string().regex(/^\d{6,40}$/) }),
    response: z.looseObject({
      caseNo: z.string().nullable(),
      itemName: textSchema,
      state: z.string(),
      department: departmentRef,
      dueDay: z.string().nullable(),
    }),
    handle: async ({ app, actor, params }) => {
      await requireScope(app, actor, 'track');
      const subject = (await app.models.cases
        .findOne({ tenant: app.tenant, caseNo: params.caseNo })
        .lean()) as CaseDocument | null;
      if (subject === null || subject.state === 'draft') throw new AppError('notFound');
      await requireScope(app, actor, 'track', subject.packCode);
      return followCase(app, subject);
    },
  }),
];
