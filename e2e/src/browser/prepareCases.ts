import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { baseUrl } from './baseUrl.ts';

/** Today in the office, YYYY-MM-DD. */
export const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Accounts signed in once a file, so that a run does not look like somebody guessing passwords. */
const signedIn = new Map<string, Promise<ApiClient>>();

/** A demonstration account's own session with the API. */
export function as(username: string): Promise<ApiClient> {
  const known = signedIn.get(username) ?? signIn(baseUrl, username);
  signedIn.set(username, known);
  return known;
}

/** A food license accepted at the window and waiting for its review; prepared through the API. */
export async function acceptedCase(): Promise<Json> {
  const clerk = await as('clerk');
  const draft = await draftFoodLicense(clerk);
  const id = String(draft['id']);
  await acceptCase(clerk, id);
  const view = await clerk.get(`/cases/${id}`);
  await findTask(await as('approver'), String(view['caseNo']), 'review');
  return view;
}

/** A food license granted, issued and waiting for its delivery: the case and its license. */
export async function grantedCase(): Promise<{ view: Json; license: Json }> {
  const [clerk, approver] = [await as('clerk'), await as('approver')];
  const { id, caseNo } = await acceptedCase();
  const number = String(caseNo);
  await completeStep(approver, number, 'review', { outcome: 'pass', formData: reviewPassed });
  await completeInspection(approver, number, { outcome: 'pass', day: today });
  await completeStep(approver, number, 'decide', {
    outcome: 'grant',
    formData: decisionGranted,
    password: demoPassword,
  });
  await findTask(clerk, number, 'deliver', 60_000);
  const view = await clerk.get(`/cases/${String(id)}`);
  const [license] = view['licenses'] as Json[];
  if (license === undefined) throw new Error(`no license came out of case ${number}`);
  return { view, license };
}

/** The license's PDF, taken through the API under a purpose. */
export async function licensePdf(license: Json): Promise<Buffer> {
  const path = `/licenses/${String(license['id'])}/content?useCause=${encodeURIComponent('浏览器测试')}`;
  return (await (await as('clerk')).download(path)).bytes;
}
