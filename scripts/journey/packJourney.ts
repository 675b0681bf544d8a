import { readFileSync } from 'node:fs';
import type { ApiClient, Json } from './apiClient.ts';
import { samplePdf } from './foodLicense.ts';
import { completeStep, findTask } from './steps.ts';

/** Filled-in forms of the seed packs, by pack and form. */
const submissions = JSON.parse(
  readFileSync(new URL('../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Json>>;

/** What an honest person fills into a form of a seed pack; `changed` replaces some of it. */
export function filledIn(packCode: string, form: string, changed: Json = {}): Json {
  return { ...submissions[packCode]?.[`forms/${form}.json`], ...changed };
}

/** Hands in a PDF of its own for each of these materials of a draft. */
export async function handIn(clerk: ApiClient, caseId: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await clerk.upload(`/cases/${caseId}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  }
}

/** Completes a step of a case with the honest submission of one of its forms. */
export function completeWith(
  client: ApiClient,
  at: { packCode: string; caseNo: string; step: string; form: string },
  completion: { outcome: string; formData?: Json; comment?: string; password?: string },
): Promise<Json> {
  const formData = filledIn(at.packCode, at.form, completion.formData);
  return completeStep(client, at.caseNo, at.step, { ...completion, formData });
}

/**
 * The case's task at a step, also where nothing runs in the background: `settle` does what the background would. Fails
 * after 60 rounds.
 */
export async function waitForTask(options: {
  client: ApiClient;
  caseNo: string;
  step: string;
  settle: () => Promise<void>;
}): Promise<Json> {
  const { client, caseNo, step, settle } = options;
  for (let round = 1; ; round += 1) {
    try {
      return await findTask(client, caseNo, step, 300);
    } catch (error) {
      if (round >= 60) throw error;
      await settle();
    }
  }
}
