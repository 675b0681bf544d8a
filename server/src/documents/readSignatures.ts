import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { gatherFacts } from '../licenses/readSource.ts';
import { readSignature } from './readSignature.ts';

/** A signature to be printed: the words before it, and the picture in base64, empty where nobody has signed. */
export interface PrintedSignature {
  label: string;
  picture: string;
}

/** Reads the signatures that a document prints, as they were given in the forms of the steps. */
export async function readSignatures(
  app: AppContext,
  { subject, session }: CaseChange,
  wanted: readonly { readonly label: { readonly 'zh-CN': string }; readonly from: string }[],
): Promise<PrintedSignature[]> {
  if (wanted.length === 0) return [];
  const facts = await gatherFacts(app, subject, session);
  const printed: PrintedSignature[] = [];
  for (const { label, from } of wanted)
    printed.push({ label: label['zh-CN'], picture: await readSignature(app, subject, facts, from) });
  return printed;
}
