import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ApiClient, Json } from './apiClient.ts';
import { restaurant, samplePdf } from './foodLicense.ts';
import { acceptCase } from './steps.ts';

/** Filled-in forms of the seed packs, by pack and form. */
const submissions = JSON.parse(
  readFileSync(new URL('../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Json>>;

/** A server whose background works when it is told to. */
interface Settling {
  settle(): Promise<void>;
}

/** A filled-in form of a seed pack (fixtures/submissions.json), with changes. */
export function filledForm(packCode: string, name: string, changes: Json = {}): Json {
  const form = submissions[packCode]?.[`forms/${name}.json`];
  assert.ok(form, `no filled-in form ${name} of ${packCode}`);
  return { ...form, ...changes };
}

/** A case of a seed pack, with every material that it asks for, received and accepted. */
export async function acceptedCase(
  clerk: ApiClient,
  packCode: string,
  options: { applicant?: Json; area?: Json; formData?: Json; operation?: string } = {},
): Promise<{ id: string; caseNo: string }> {
  const draft = await clerk.post('/cases', {
    packCode,
    operation: options.operation ?? 'new',
    applicant: options.applicant ?? restaurant,
    area: options.area ?? { town: 't005' },
    formData: filledForm(packCode, 'application', options.formData),
  });
  const id = String(draft['id']);
  for (const { key } of draft['materials'] as { key: string }[]) {
    await clerk.upload(`/cases/${id}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  }
  const accepted = await acceptCase(clerk, id);
  return { id, caseNo: String(accepted['caseNo']) };
}

/** The window takes in cash what the case owes; returns the bills as they are then. */
export async function payBills(clerk: ApiClient, caseId: string): Promise<Json[]> {
  const bills = async () => (await clerk.get(`/cases/${caseId}/bills`))['items'] as Json[];
  for (const { id, state, totalFen } of await bills())
    if (state === 'due')
      await clerk.post(`/bills/${String(id)}/payment`, {
        method: 'cash',
        amountFen: totalFen,
        receiptNo: '110101250000000001',
      });
  return bills();
}

/** Lets the background and the workers bring a case to a step of this person's queue. */
export async function reached(
  server: Settling,
  client: ApiClient,
  caseNo: string,
  step: string,
): Promise<Json> {
  return eventually(server, async () => {
    const page = await client.get(`/tasks?view=department&caseNo=${caseNo}`);
    return (page['items'] as Json[]).find((task) => task['stepKey'] === step);
  });
}

/** Lets the background work until something is there; fails after 40 s: a worker's retry waits for the end of a poll. */
export async function eventually<T>(server: Settling, probe: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    await server.settle();
    const found = await probe();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, 'did not happen within 40 s');
  }
}
