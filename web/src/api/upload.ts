import { Problem, problemOf } from './problem.ts';
import { addressOf, headersOf, reportSignedOut } from './request.ts';

export interface UploadOptions {
  file: File;
  idempotencyKey?: string;
  /** Told the share sent so far, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Sends one file as multipart `file`, telling its progress (fetch cannot).
 * Throws Problem: `offline`, 413 over the limit, 415 not what its name says, and the rest of the catalogue.
 */
export function upload<T>(path: string, options: UploadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', addressOf(path));
    const wanted = options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey };
    for (const [name, value] of headersOf('POST', wanted).entries()) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    sending.onerror = () => reject(new Problem(0, 'offline', ''));
    sending.onload = () => {
      const body = parse(sending.responseText);
      if (sending.status >= 200 && sending.status < 300) {
        resolve(body as T);
        return;
      }
      const problem = problemOf(sending.status, body);
      if (problem.signedOut) reportSignedOut();
      reject(problem);
    };
    const form = new FormData();
    form.append('file', options.file, options.file.name);
    sending.send(form);
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
