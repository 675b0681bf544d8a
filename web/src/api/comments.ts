import { request } from './request.ts';
import type { NamedRef, Text } from './types.ts';

/** Calls on internal comments; each throws Problem. */

export interface Comment {
  id: string;
  text: string;
  mentions: NamedRef[];
  by: { name: string; department: string };
  at: string;
  editedAt: string | null;
  editableUntil: string | null;
  mine: boolean;
  version: number;
}
export interface Colleague extends NamedRef {
  department: NamedRef;
}
export interface Mention {
  id: string;
  caseId: string;
  caseNo: string;
  /** Left out of the notes about cases. */
  packCode: string | null;
  packName: Text | null;
  by: string;
  at: string;
  state: 'unread' | 'read';
}
export interface Written {
  text: string;
  mentions: string[];
}

export const listComments = (caseId: string) =>
  request<{ items: Comment[] }>('GET', `/cases/${caseId}/comments`);
export const addComment = (caseId: string, body: Written, idempotencyKey: string) =>
  request<{ id: string }>('POST', `/cases/${caseId}/comments`, { body, idempotencyKey });
export const changeComment = (caseId: string, { id, version }: Comment, body: Written) =>
  request<Comment>('PATCH', `/cases/${caseId}/comments/${id}`, { body, ifMatch: version });
export const listColleagues = (caseId: string) =>
  request<{ items: Colleague[] }>('GET', `/cases/${caseId}/colleagues`);
export const listMentions = () => request<{ items: Mention[] }>('GET', '/mentions');
export const countMentions = () => request<{ unread: number }>('GET', '/mentions/counts');
export const readMentions = (caseId: string) =>
  request<void>('PUT', `/cases/${caseId}/mentions/read`, { body: {} });
