import type { UploadedFile } from '@onewindow/forms/browser';
import { type Query, request } from './request.ts';
import type { BatchResult, FormData, Page, TaskCounts, TaskSummary, TaskView } from './types.ts';
import { type UploadOptions, upload } from './upload.ts';

/** Calls on tasks; each throws Problem. */

export const listTasks = (query: Query) =>
  request<Page<TaskSummary>>('GET', '/tasks', { query: { sort: 'due', limit: 50, ...query } });
export const countTasks = () => request<TaskCounts>('GET', '/tasks/counts');
export const readTask = (id: string) => request<TaskView>('GET', `/tasks/${id}`);
export const claimTask = (id: string, idempotencyKey: string) =>
  request<TaskSummary>('POST', `/tasks/${id}/claim`, { body: {}, idempotencyKey });
export const releaseTask = (id: string, idempotencyKey: string) =>
  request<TaskSummary>('POST', `/tasks/${id}/release`, { body: {}, idempotencyKey });

/** Sends a file for the file field at a path of the step's form. */
export const uploadStepFile = (id: string, field: string, options: UploadOptions) =>
  upload<UploadedFile>(`/tasks/${id}/files?field=${encodeURIComponent(field)}`, options);

export const arrangeJointVisit = (themeCaseId: string, body: { at: string; place: string; note: string }) =>
  request<void>('PUT', `/cases/${themeCaseId}/joint-visit`, { body });
export const saveJointRecord = (themeCaseId: string, formData: FormData) =>
  request<void>('PUT', `/cases/${themeCaseId}/joint-visit/record`, { body: { formData } });

export interface Completion {
  outcome: string;
  formData: FormData;
  comment?: string;
  /** The approver's own password again, at a decision. */
  password?: string;
}
export interface Completed {
  task: { id: string; state: string };
  nextTasks: TaskSummary[];
  engineState: string;
}
export const completeTask = (id: string, body: Completion, idempotencyKey: string) =>
  request<Completed>('POST', `/tasks/${id}/complete`, { body, idempotencyKey });

export const completeBatch = (body: Completion & { taskIds: string[] }, idempotencyKey: string) =>
  request<{ results: BatchResult[] }>('POST', '/tasks/batch-complete', { body, idempotencyKey });
