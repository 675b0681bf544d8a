import type { UploadedFile } from '@onewindow/forms/browser';
import { type Query, request, requestBlob } from './request.ts';
import type { BatchResult, TaskCounts, TaskSummary, TaskView } from './taskTypes.ts';
import type { FormData, FormDefinition, Page, Text } from './types.ts';
import { type UploadOptions, upload } from './upload.ts';

/** Calls on tasks; each throws Problem. */

export const listTasks = (query: Query) =>
  request<Page<TaskSummary>>('GET', '/tasks', { query: { limit: 50, ...query } });
export const countTasks = () => request<TaskCounts>('GET', '/tasks/counts');
export const readTask = (id: string) => request<TaskView>('GET', `/tasks/${id}`);
export const claimTask = (id: string, idempotencyKey: string) =>
  request<TaskSummary>('POST', `/tasks/${id}/claim`, { body: {}, idempotencyKey });
export const releaseTask = (id: string, idempotencyKey: string) =>
  request<TaskSummary>('POST', `/tasks/${id}/release`, { body: {}, idempotencyKey });

/** Keeps what is filled in; `version` is the one that was edited, undefined for the first save. */
export const saveStepDraft = (
  id: string,
  body: { formData: FormData; packVersion: number },
  version: number | undefined,
) =>
  request<{ version: number; savedAt: string }>('PUT', `/tasks/${id}/draft`, {
    body,
    ifMatch: version,
    outlivesPage: true,
  });
export const dropStepDraft = (id: string) => request<void>('DELETE', `/tasks/${id}/draft`);

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
  /** Version of the pack whose form was filled in. */
  formVersion?: number;
  /** What a decision rests on that repeats one which an appeal took away. */
  statement?: string;
}
export interface Completed {
  task: { id: string; state: string };
  nextTasks: TaskSummary[];
  engineState: string;
}
export const completeTask = (id: string, body: Completion, idempotencyKey: string) =>
  request<Completed>('POST', `/tasks/${id}/complete`, { body, idempotencyKey });

export const completeBatch = (body: Completion & { taskIds: string[] }, idempotencyKey: string) =>
  request<{ results: BatchResult[]; list: { id: string; number: string } | null }>(
    'POST',
    '/tasks/batch-complete',
    { body, idempotencyKey },
  );

/** The list of a batch as its step wants it, and its one form; without columns where the step wants none. */
export interface BatchPreview {
  columns: { key: string; title: Text }[];
  rows: { taskId: string; values: string[] }[];
  form: FormDefinition | null;
}
export const previewBatch = (taskIds: string[]) =>
  request<BatchPreview>('POST', '/tasks/batch-preview', { body: { taskIds } });
export const readBatchList = (id: string, format: 'pdf' | 'csv') =>
  requestBlob(`/batch-lists/${id}/content`, { format });
