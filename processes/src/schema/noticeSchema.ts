import { z } from 'zod';
import { textSchema } from './text.ts';

/** What `{{…}}` in a notice may name; each is a ready text in the reader's language. */
export const noticePlaceholders = [
  'caseNo',
  'itemName',
  'operationName',
  'applicantName',
  'departmentName',
  'windowName',
  'receivedDay',
  'decidedDay',
  'dueDay',
  'reason',
  'licenseName',
  'licenseNo',
  'publicNoticeUntil',
  'progressUrl',
] as const;

/** `notices/<key>.yaml`: a message to the applicant, sent by an external task of topic `notify`. */
export const noticeSchema = z.strictObject({
  title: textSchema,
  body: textSchema,
  channels: z
    .array(z.enum(['inApp', 'sms', 'print']))
    .min(1)
    .default(['inApp']),
});

export type Notice = z.infer<typeof noticeSchema>;

/** Names between `{{` and `}}` in a text, in order. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? '');
}
