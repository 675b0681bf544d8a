import { z } from 'zod';
import { AppError } from '../errors/appError.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { idParams, licenseSummary, listOf, pageOf, pageQuery } from '../http/schemas.ts';
import { listExpiring } from './listExpiring.ts';
import type { LicenseDocument } from './model.ts';
import { readLicense } from './readLicense.ts';
import { readLicenseFile } from './readLicenseFile.ts';
import { recordUse } from './recordUse.ts';
import { searchLicenses } from './searchLicenses.ts';
import { viewLicense } from './viewLicense.ts';

const users = ['clerk', 'approver', 'head', 'supervisor'] as const;
const useCause = z.string().max(400).optional();

export const licenseRoutes = [
  defineRoute({
    method: 'get',
    path: '/licenses',
    access: users,
    tag: 'licenses',
    summary: 'Find licenses by holder, number or identifier, with a stated purpose',
    query: z.object({
      holderCode: z.string().max(40).optional(),
      licenseNo: z.string().max(60).optional(),
      identifier: z.string().max(120).optional(),
      useCause,
    }),
    response: listOf(licenseSummary),
    handle: ({ app, actor, query }) => searchLicenses({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/licenses/expiring',
    access: ['approver', 'head'],
    tag: 'licenses',
    summary: 'Licenses of the own department that expire within so many days, soonest first',
    query: pageQuery.extend({ days: z.coerce.number().int().min(1).max(1000).default(90) }),
    response: pageOf(licenseSummary),
    handle: ({ app, actor, query }) => listExpiring({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/licenses/{id}',
    access: users,
    tag: 'licenses',
    summary: 'A license with its fields and log, with a stated purpose',
    params: idParams,
    query: z.object({ useCause }),
    response: licenseSummary,
    handle: async ({ app, actor, params, query }) => {
      const license = await readLicense(app, actor, params.id);
      await recordUse({ app, actor, licenseId: license._id, type: 'viewed', purpose: query.useCause });
      return viewLicense(app, license);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/licenses/{id}/content',
    access: users,
    tag: 'licenses',
    summary: 'A license as signed PDF, with a stated purpose',
    params: idParams,
    query: z.object({ useCause }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params, query }) => {
      const license: LicenseDocument = await readLicense(app, actor, params.id);
      if (license.fileId === undefined) throw new AppError('notFound');
      await recordUse({ app, actor, licenseId: license._id, type: 'downloaded', purpose: query.useCause });
      const bytes = await readLicenseFile(app, license);
      return new FileAnswer({ bytes, mediaType: 'application/pdf', name: `${license.licenseNo}.pdf` });
    },
  }),
];
