import { request } from './request.ts';
import type { Text } from './types.ts';

/** Writes down an application for a caller; throws Problem. */
export const prepareForCaller = (body: Record<string, unknown>, idempotencyKey: string) =>
  request<{ id: string; itemName: Text; applicantName: string }>('POST', '/hotline/applications', {
    body,
    idempotencyKey,
  });
