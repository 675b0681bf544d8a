import type { MaterialFile } from './caseTypes.ts';
import { request } from './request.ts';
import type { FormData, FormDefinition, NamedRef, Text } from './types.ts';

/** What a step asks of others: material of the applicant, opinions, co-signatures. Each call throws Problem. */

interface List<T> {
  items: T[];
}

export interface MaterialRequest {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepName: Text;
  department: NamedRef;
  state: 'open' | 'supplied' | 'withdrawn' | 'ended';
  reason: string;
  hold: boolean;
  dueDay: string;
  askedBy: string;
  answeredBy: string | null;
  note: string;
  lines: {
    key: string;
    name: Text;
    problem: string;
    accept: string[];
    maxMegabytes: number;
    supplied: boolean;
    files: Omit<MaterialFile, 'uploadedAt'>[];
  }[];
}
export type WantedMaterial = { material: string; problem: string } | { name: string; problem: string };
export interface MaterialsAsked {
  lines: WantedMaterial[];
  reason: string;
  workdays: number;
  hold: boolean;
}

export interface Consultation {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepName: Text;
  askedBy: string;
  askedFrom: NamedRef;
  to: NamedRef;
  toPerson: string | null;
  question: string;
  dueDay: string;
  state: 'open' | 'answered' | 'withdrawn' | 'ended';
  position: 'agree' | 'dissent' | 'noComment' | null;
  answer: string | null;
  answeredBy: string | null;
  canAnswer: boolean;
}
export interface OpinionAsked {
  to: { department: string } | { user: string };
  question: string;
  workdays: number;
}

export interface Cosign {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepName: Text;
  outcome: Text | null;
  outcomeKey: string;
  mode: 'sequential' | 'parallel' | 'anyOf';
  quorum: number;
  note: string;
  state: 'open' | 'agreed' | 'failed' | 'withdrawn' | 'ended';
  by: string;
  at: string;
  signers: {
    name: string;
    position: 'waiting' | 'agree' | 'dissent';
    turn: boolean;
    at: string | null;
    remark: string;
  }[];
  canSign: boolean;
}
export interface CosignProposal extends Cosign {
  form: FormDefinition;
  formData: FormData;
}
export interface CosignAsked {
  outcome: string;
  formData: FormData;
  mode: Cosign['mode'];
  quorum: number;
  signers: string[];
  note: string;
}

const post = (path: string, body: object, idempotencyKey: string) =>
  request<unknown>('POST', path, { body, idempotencyKey });

export const askMaterials = (taskId: string, body: MaterialsAsked, key: string) =>
  post(`/tasks/${taskId}/material-requests`, body, key);
export const materialRequestsOfCase = (caseId: string) =>
  request<List<MaterialRequest>>('GET', `/cases/${caseId}/material-requests`);
export const materialRequestsAtWindow = () => request<List<MaterialRequest>>('GET', '/material-requests');
export const supplyMaterials = (id: string, note: string, key: string) =>
  post(`/material-requests/${id}/supply`, { note }, key);
export const withdrawMaterials = (id: string, key: string) =>
  post(`/material-requests/${id}/withdraw`, {}, key);

export const consultees = (taskId: string) =>
  request<{ departments: NamedRef[]; people: NamedRef[] }>('GET', `/tasks/${taskId}/consultees`);
export const consult = (taskId: string, body: OpinionAsked, key: string) =>
  post(`/tasks/${taskId}/consultations`, body, key);
export const consultationsOfCase = (caseId: string) =>
  request<List<Consultation>>('GET', `/cases/${caseId}/consultations`);
export const consultationsForMe = () => request<List<Consultation>>('GET', '/consultations');
export const answerConsultation = (
  id: string,
  body: { position: 'agree' | 'dissent' | 'noComment'; answer: string },
  key: string,
) => post(`/consultations/${id}/answer`, body, key);
export const withdrawConsultation = (id: string, key: string) =>
  post(`/consultations/${id}/withdraw`, {}, key);

export const startCosign = (taskId: string, body: CosignAsked, key: string) =>
  post(`/tasks/${taskId}/cosigns`, body, key);
export const cosignsOfTask = (taskId: string) => request<List<Cosign>>('GET', `/tasks/${taskId}/cosigns`);
export const cosignsForMe = () => request<List<Cosign>>('GET', '/cosigns');
export const readCosign = (id: string) => request<CosignProposal>('GET', `/cosigns/${id}`);
export const sign = (id: string, body: { position: 'agree' | 'dissent'; remark: string }, key: string) =>
  post(`/cosigns/${id}/sign`, body, key);
export const withdrawCosign = (id: string, key: string) => post(`/cosigns/${id}/withdraw`, {}, key);
