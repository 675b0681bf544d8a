import { request } from './request.ts';

/** Calls on the keys of other systems, for the administrator; each throws Problem. */

export type ApiRight = 'intake' | 'status' | 'track';
export const apiRights: readonly ApiRight[] = ['intake', 'status', 'track'];
export interface ApiKey {
  id: string;
  name: string;
  owner: string;
  rights: ApiRight[];
  /** Codes of packs; empty: every item that can be applied for online. */
  items: string[];
  perMinute: number;
  state: 'active' | 'expired' | 'revoked';
  /** First characters of the secret; null before one was given. */
  hint: string | null;
  expiresAt: string;
  createdBy: string;
  createdAt: string;
  revokedBy: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
}
export interface NewApiKey {
  name: string;
  owner: string;
  rights: ApiRight[];
  items: string[];
  perMinute: number;
  days: number;
}

export const listApiKeys = () => request<{ items: ApiKey[] }>('GET', '/api-keys');
export const openApiKey = (body: NewApiKey, idempotencyKey: string) =>
  request<ApiKey>('POST', '/api-keys', { body, idempotencyKey });
export const giveSecret = (id: string) =>
  request<ApiKey & { secret: string }>('POST', `/api-keys/${id}/secret`);
export const revokeApiKey = (id: string) => request<void>('POST', `/api-keys/${id}/revoke`);
