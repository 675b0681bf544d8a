import type { MaterialFile } from './caseTypes.ts';
import { Problem, problemOf } from './problem.ts';
import { currentCsrfToken, currentLanguage, reportSignedOut, request } from './request.ts';

/** An upload that was begun and is not finished. */
export interface PendingUpload {
  id: string;
  materialKey: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes that have arrived. */
  offset: number;
  fingerprint: string;
  keptUntil: string;
}

/** A part of an upload, in bytes: what is lost at most when the line breaks. */
const partSize = 512 * 1024;
/** Larger files are sent in parts. */
export const wholeUpTo = 1024 * 1024;
/** Pauses before a part is tried again, in milliseconds; then the person is asked. */
const retryDelays = [500, 1_500, 4_000];

export const listPending = (caseId: string) =>
  request<{ items: PendingUpload[] }>('GET', `/cases/${caseId}/uploads`);
export const finishUpload = (caseId: string, materialKey: string, uploadId: string, idempotencyKey: string) =>
  request<MaterialFile>('POST', `/cases/${caseId}/materials/${materialKey}/files/uploaded`, {
    body: { uploadId },
    idempotencyKey,
  });

/** What tells one file from another without reading all of it: SHA-256 of its first megabyte, and its size. */
export async function fingerprintOf(file: File): Promise<string> {
  // Away from a secure origin the browser computes no digests; then name and size must do.
  if (crypto.subtle === undefined) return `${file.size}`;
  const digest = await crypto.subtle.digest('SHA-256', await file.slice(0, 1024 * 1024).arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${file.size}-${hex.slice(0, 40)}`;
}

/**
 * Sends a file in parts (tus 1.0), or goes on with what is left of an upload. Returns the id of the upload, which
 * `finishUpload` makes a file of. Throws Problem.
 */
export async function sendInParts(options: {
  file: File;
  caseId: string;
  materialKey: string;
  /** The upload to go on with. */
  resume?: string | undefined;
  /** Told the share that has arrived, 0 to 1, and the upload's id as soon as there is one. */
  onProgress: (share: number, uploadId: string | undefined) => void;
}): Promise<string> {
  const { file, caseId, materialKey, resume, onProgress } = options;
  const { Upload } = await import('tus-js-client');
  const fingerprint = await fingerprintOf(file);
  const headers = { 'X-CSRF-Token': currentCsrfToken(), 'Accept-Language': currentLanguage() };
  const idIn = (address: string | null) => address?.split('/').pop();
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      ...(resume === undefined ? {} : { uploadUrl: `/api/v1/uploads/${resume}` }),
      headers,
      chunkSize: partSize,
      retryDelays,
      // Names of files stay off this computer: what is unfinished, the server tells.
      storeFingerprintForResuming: false,
      metadata: { caseId, materialKey, filename: file.name, fingerprint },
      onProgress: (sent, total) => onProgress(total === 0 ? 0 : sent / total, idIn(upload.url)),
      onSuccess: () => resolve(idIn(upload.url) ?? ''),
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null;
        reject(
          answer === null ? new Problem(0, 'offline', '') : problemIn(answer.getStatus(), answer.getBody()),
        );
      },
    });
    upload.start();
  });
}

function problemIn(status: number, body: string): Problem {
  try {
    const problem = problemOf(status, JSON.parse(body) as Record<string, unknown>);
    if (problem.signedOut) reportSignedOut();
    return problem;
  } catch {
    return new Problem(status, 'unreadableAnswer', '');
  }
}

/** Gives an unfinished upload up. */
export async function dropPending(id: string): Promise<void> {
  await fetch(`/api/v1/uploads/${id}`, {
    method: 'DELETE',
    headers: { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': currentCsrfToken() },
    credentials: 'same-origin',
  });
}
