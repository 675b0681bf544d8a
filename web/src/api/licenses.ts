import type { LicenseSummary, LicenseView } from './licenseTypes.ts';
import { request } from './request.ts';

export type LicenseQuery = { holderCode: string } | { licenseNo: string } | { identifier: string };

/** Licenses by holder, number or identifier. The purpose (at most 200 characters) is written into the use log. Throws Problem. */
export const findLicenses = (query: LicenseQuery, useCause: string) =>
  request<{ items: LicenseSummary[] }>('GET', '/licenses', { query: { ...query, useCause } });

/** One license with its versions and its log; the look itself goes into the log. Throws Problem. */
export const readLicense = (id: string, useCause: string) =>
  request<LicenseView>('GET', `/licenses/${id}`, { query: { useCause } });
