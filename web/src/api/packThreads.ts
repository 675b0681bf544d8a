import type { PackThread } from '@onewindow/designer';
import { request } from './request.ts';

/** What designers say to each other about the elements of a pack; each call throws Problem. */

const of = (packCode: string) => `/packs/${encodeURIComponent(packCode)}/threads`;

export const listThreads = (packCode: string) => request<{ items: PackThread[] }>('GET', of(packCode));
export const beginThread = (
  packCode: string,
  body: { element: string; elementName: string; text: string },
  idempotencyKey: string,
) => request<PackThread>('POST', of(packCode), { body, idempotencyKey });
export const answerThread = (packCode: string, id: string, text: string, idempotencyKey: string) =>
  request<PackThread>('POST', `${of(packCode)}/${id}/messages`, { body: { text }, idempotencyKey });
export const settleThread = (packCode: string, id: string, resolved: boolean) =>
  request<PackThread>('PUT', `${of(packCode)}/${id}/state`, { body: { resolved } });
