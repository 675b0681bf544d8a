import { request } from './request.ts';

/** Calls on templates of opinions; each throws Problem. */

export interface Opinion {
  id: string;
  scope: 'own' | 'department';
  title: string;
  text: string;
  by: string;
  version: number;
  editable: boolean;
}
export interface Opinions {
  items: Opinion[];
  placeholders: string[];
  mayWriteForDepartment: boolean;
}

export const listOpinions = () => request<Opinions>('GET', '/opinion-templates');
export const addOpinion = (body: Pick<Opinion, 'scope' | 'title' | 'text'>, idempotencyKey: string) =>
  request<Opinion>('POST', '/opinion-templates', { body, idempotencyKey });
export const changeOpinion = (
  { id, version }: Pick<Opinion, 'id' | 'version'>,
  body: Pick<Opinion, 'title' | 'text'>,
) => request<Opinion>('PUT', `/opinion-templates/${id}`, { body, ifMatch: version });
export const dropOpinion = (id: string) => request<void>('DELETE', `/opinion-templates/${id}`);
