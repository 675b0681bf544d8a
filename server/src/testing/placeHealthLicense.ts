import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { draftOf, reachStep, walkStep } from './officerOf.ts';
import type { TestServer } from './startTestServer.ts';

/** 公共场所卫生许可: an item with every operation on its license, inspected at its first application only. */
export const packCode = 'wjw-public-place-health';

const applicant = {
  kind: 'legal',
  name: '北京兴旺宾馆有限公司',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};

/** Who takes it in at the window, and who decides it. */
export interface PlaceHealthPeople {
  readonly clerk: ApiClient;
  readonly officer: ApiClient;
}

/** Takes an operation to its grant; its license is issued, its delivery is still to come. */
export async function grantPlaceHealth(
  server: TestServer,
  { clerk, officer }: PlaceHealthPeople,
  { operation, licenseId }: { operation: string; licenseId?: string },
): Promise<Json> {
  const about = licenseId === undefined ? {} : { licenseId };
  const draft = await draftOf(server, clerk, { packCode, operation, applicant, ...about });
  const id = String(draft['id']);
  await clerk.post(`/cases/${id}/receive`);
  const caseNo = String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
  const steps = ['review', ...(operation === 'new' ? ['inspect'] : []), 'decide'];
  for (const step of steps) await passPlaceHealth(server, officer, { caseNo, step });
  await reachStep(server, clerk, caseNo, 'deliver');
  return clerk.get(`/cases/${id}`);
}

/** Completes a step of it with its good outcome; `reason` is that of the decision. */
export async function passPlaceHealth(
  server: TestServer,
  officer: ApiClient,
  { caseNo, step, reason }: { caseNo: string; step: string; reason?: string },
): Promise<void> {
  await walkStep(server, officer, {
    ...{ packCode, caseNo, step, outcome: step === 'decide' ? 'grant' : 'pass' },
    ...(reason === undefined ? {} : { formData: { reason } }),
  });
}
