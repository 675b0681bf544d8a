import { ApiClient, type Json } from './apiClient.ts';

/** The made-up restaurant's legal representative as the simulated register knows him; see `foodLicense.ts`. */
export const representative = {
  name: '张兴旺',
  idNumber: '110105194912310038',
  phone: '13800000011',
} as const;

/** The last sign-in code that the development outbox holds for a phone. Throws Error when there is none. */
export async function readCode(base: string, phone: string): Promise<string> {
  const { items } = await new ApiClient(base).get(`/dev/messages?to=${phone}`);
  for (const { text } of items as { text: string }[]) {
    const code = /\b\d{6}\b/.exec(text)?.[0];
    if (code !== undefined) return code;
  }
  throw new Error('no sign-in code in the development outbox');
}

/** An applicant signed in by code, through the development outbox. */
export async function signInApplicant(base: string, phone: string): Promise<ApiClient> {
  const client = new ApiClient(base);
  await client.post('/portal/code', { phone });
  await client.signInByCode(phone, await readCode(base, phone));
  return client;
}

/** Adds the applicant themself and a company to the account; returns the company's party. */
export async function addCompany(client: ApiClient, company: Json): Promise<string> {
  const { name, idNumber } = representative;
  await client.post('/portal/parties', { kind: 'self', name, idNumber });
  const { id } = await client.post('/portal/parties', { kind: 'company', ...company });
  return String(id);
}
