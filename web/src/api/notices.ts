import { request } from './request.ts';
import type { FormData, FormDefinition, NamedRef, Text } from './types.ts';

/** Calls on public notices and the objections against them; each throws Problem. */

export interface PublicNotice {
  id: string;
  itemName: Text;
  department: NamedRef;
  area: string | null;
  where: string[];
  rows: { label: Text; value: string }[];
  from: string;
  untilDay: string;
  mayObject: boolean;
}
export interface Objection {
  id: string;
  at: string;
  state: 'open' | 'answered';
  form: FormDefinition;
  formData: FormData;
  mayAnswer: boolean;
  answer: { upheld: boolean; text: string; at: string; by: string } | null;
}

export const listNotices = () => request<{ items: PublicNotice[] }>('GET', '/public/notices');
export const readNotice = (id: string) =>
  request<PublicNotice & { form: FormDefinition | null }>('GET', `/public/notices/${id}`);
export const objectToNotice = (id: string, formData: FormData) =>
  request<{ token: string }>('POST', `/public/notices/${id}/objections`, { body: { formData } });
/** What whoever objected is told. */
export interface ToldObjection {
  state: 'open' | 'answered';
  at: string;
  /** Day by which it is answered, where there is one. */
  dueDay?: string | null;
  answer: { upheld: boolean; text: string } | null;
}
export const readObjection = (token: string) =>
  request<ToldObjection>('GET', `/public/objections/${encodeURIComponent(token)}`);
export const listObjections = (caseId: string) =>
  request<{ items: Objection[] }>('GET', `/cases/${caseId}/objections`);
export const answerObjection = (caseId: string, id: string, body: { upheld: boolean; text: string }) =>
  request<void>('POST', `/cases/${caseId}/objections/${id}/answer`, { body });
