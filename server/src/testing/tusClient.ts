import { randomUUID } from 'node:crypto';
import { demoPassword } from '../../../scripts/journey/steps.ts';
import { ApiClient } from '../client/apiClient.ts';

const tusResumable = { 'Tus-Resumable': '1.0.0' };

/** Speaks tus 1.0 with the server as a browser would, request by request. */
export function tusClient(base: string) {
  let headers: Record<string, string> = tusResumable;
  const send = (method: string, path: string, more: Record<string, string> = {}, body?: Uint8Array) =>
    fetch(`${base}/api/v1${path}`, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
  return {
    async signIn(username: string): Promise<void> {
      const answer = await fetch(`${base}/api/v1/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ username, password: demoPassword }),
      });
      const { csrfToken } = (await answer.json()) as { csrfToken: string };
      const cookie = answer.headers.getSetCookie().map((entry) => entry.split(';')[0] ?? '');
      headers = { ...tusResumable, Cookie: cookie.join('; '), 'X-CSRF-Token': csrfToken };
    },
    /** Somebody who is not signed in. */
    anonymous: () => new ApiClient(base),
    /** Begins an upload; returns its id, or `refused <status>`. */
    async begin(metadata: Record<string, string>, size: number): Promise<string> {
      const told = Object.entries(metadata)
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(',');
      const more = { 'Upload-Length': String(size), 'Upload-Metadata': told };
      const answer = await send('POST', '/uploads', more);
      if (answer.status !== 201) return `refused ${answer.status}`;
      return answer.headers.get('location')?.split('/').pop() ?? '';
    },
    /** Sends a part; returns the status. */
    async part(id: string, offset: number, bytes: Uint8Array): Promise<number> {
      const more = { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' };
      return (await send('PATCH', `/uploads/${id}`, more, bytes)).status;
    },
    async offset(id: string): Promise<number> {
      return Number((await send('HEAD', `/uploads/${id}`)).headers.get('upload-offset'));
    },
  };
}
