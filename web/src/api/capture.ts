import { request } from './request.ts';
import type { Text } from './types.ts';
import { upload } from './upload.ts';

export interface OpenedCapture {
  id: string;
  address: string;
  until: string;
}
export interface CaptureState {
  state: 'waiting' | 'inUse' | 'closed';
  pages: number;
  until: string;
}
/** What the phone is told. */
export interface CaptureTask {
  key: string;
  itemName: Text;
  materialName: Text;
  pages: number;
  mostPages: number;
  maxMegabytes: number;
  until: string;
}

export const openCapture = (caseId: string, materialKey: string, idempotencyKey: string) =>
  request<OpenedCapture>('POST', `/cases/${caseId}/materials/${materialKey}/captures`, { idempotencyKey });
export const readCapture = (caseId: string, id: string) =>
  request<CaptureState>('GET', `/cases/${caseId}/captures/${id}`);
export const closeCapture = (caseId: string, id: string) =>
  request<void>('DELETE', `/cases/${caseId}/captures/${id}`);

export const takeCapture = (token: string, key: string | undefined) =>
  request<CaptureTask>('POST', `/public/captures/${token}`, { body: key === undefined ? {} : { key } });
export const sendPage = (token: string, key: string, file: File, idempotencyKey: string) =>
  upload<{ pages: number }>(`/public/captures/${token}/pages?key=${key}`, { file, idempotencyKey });
export const finishCapture = (token: string, key: string) =>
  request<void>('POST', `/public/captures/${token}/finish`, { body: { key } });
