import type { PackThread } from '@onewindow/designer';
import type { Colleague } from './comments.ts';
import { request } from './request.ts';

/** What designers say to each other about the elements of a pack; each call throws Problem. */

const of = (packCode: string) => `/packs/${encodeURIComponent(packCode)}/threads`;

export const listThreads = (packCode: string) => request<{ items: PackThread[] }>('GET', of(packCode));
export const beginThread = (
  packCode: string,
  body: { element: string; elementName: string; text: string; mentions: readonly string[] },
  idempotencyKey: string,
) => request<PackThread>('POST', of(packCode), { body, idempotencyKey });
export const answerThread = (
  packCode: string,
  id: string,
  body: { text: string; mentions: readonly string[] },
  idempotencyKey: string,
) => request<PackThread>('POST', `${of(packCode)}/${id}/messages`, { body, idempotencyKey });
export const listPackColleagues = (packCode: string) =>
  request<{ items: Colleague[] }>('GET', `/packs/${encodeURIComponent(packCode)}/colleagues`);
export const readPackMentions = (packCode: string) =>
  request<void>('PUT', `/packs/${encodeURIComponent(packCode)}/mentions/read`, { body: {} });
export const settleThread = (packCode: string, id: string, resolved: boolean) =>
  request<PackThread>('PUT', `${of(packCode)}/${id}/state`, { body: { resolved } });
