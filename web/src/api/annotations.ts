import { request } from './request.ts';

/** Calls on notes on pages of a case's files; each throws Problem. */

/** In fractions of the upright page, 0 to 1. */
export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Annotation {
  id: string;
  materialKey: string | null;
  fileId: string;
  page: number;
  box: PageBox;
  note: string;
  /** A line of the next list of corrections or of additional material. */
  toSupplement: boolean;
  by: string;
  at: string;
  version: number;
  mine: boolean;
}
export interface NewAnnotation {
  fileId: string;
  page: number;
  box: PageBox;
  note: string;
  toSupplement: boolean;
}

export const listAnnotations = (caseId: string) =>
  request<{ items: Annotation[] }>('GET', `/cases/${caseId}/annotations`);
export const addAnnotation = (caseId: string, body: NewAnnotation, idempotencyKey: string) =>
  request<{ id: string }>('POST', `/cases/${caseId}/annotations`, { body, idempotencyKey });
export const changeAnnotation = (
  caseId: string,
  { id, version }: Annotation,
  body: Partial<Pick<Annotation, 'note' | 'toSupplement' | 'box'>>,
) => request<Annotation>('PATCH', `/cases/${caseId}/annotations/${id}`, { body, ifMatch: version });
export const removeAnnotation = (caseId: string, id: string) =>
  request<void>('DELETE', `/cases/${caseId}/annotations/${id}`);
