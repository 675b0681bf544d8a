import type { AppContext } from '../app/appContext.ts';
import { findCaseFile } from '../cases/findCaseFile.ts';
import type { CaseDocument } from '../cases/model.ts';
import { type CaseFacts, readSource } from '../licenses/readSource.ts';

/** Larger files are no signatures, in bytes. */
const MAX_BYTES = 1024 * 1024;

/** The picture that was signed at a source, in base64; empty where nobody has signed. */
export async function readSignature(
  app: AppContext,
  subject: CaseDocument,
  facts: CaseFacts,
  source: string,
): Promise<string> {
  const value = readSource(facts, source);
  const [signed] = Array.isArray(value) ? (value as { id?: unknown }[]) : [];
  const file = typeof signed?.id === 'string' ? await findCaseFile(app, subject, signed.id) : undefined;
  const bytes = file === undefined ? undefined : await app.files.get({ tenant: app.tenant, id: file.fileId });
  const fits = bytes !== undefined && bytes.length <= MAX_BYTES;
  return fits ? Buffer.from(bytes).toString('base64') : '';
}
