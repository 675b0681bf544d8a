import { ApiClient, type Json } from './apiClient.ts';
import {
  foodApplication,
  foodMaterials,
  inspectionReport,
  restaurant,
  samplePdf,
  samplePhoto,
} from './foodLicense.ts';

export const demoPassword = 'onewindow-2026';

/** A signed-in demonstration account. */
export async function signIn(base: string, username: string, password = demoPassword): Promise<ApiClient> {
  const client = new ApiClient(base);
  await client.signIn(username, password);
  return client;
}

/** Opens a draft of a food license and hands in every material; returns the case. */
export async function draftFoodLicense(
  clerk: ApiClient,
  options: { formData?: Json; town?: string; materials?: boolean } = {},
): Promise<Json> {
  const draft = await clerk.post('/cases', {
    packCode: 'scjg-food',
    operation: 'new',
    applicant: restaurant,
    agent: { name: '李小兰', idNumber: '11010519491231002X', phone: '13800000001' },
    area: { town: options.town ?? 't005' },
    formData: options.formData ?? foodApplication,
  });
  if (options.materials === false) return draft;
  for (const key of foodMaterials) {
    await clerk.upload(`/cases/${String(draft['id'])}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  }
  return clerk.get(`/cases/${String(draft['id'])}`);
}

/** Receives and accepts; returns the accepted case. */
export async function acceptCase(clerk: ApiClient, caseId: string): Promise<Json> {
  await clerk.post(`/cases/${caseId}/receive`);
  return clerk.post(`/cases/${caseId}/accept`);
}

/** Waits until the case's task at this step is in the inbox; fails after `patience` milliseconds. */
export async function findTask(
  client: ApiClient,
  caseNo: string,
  stepKey: string,
  patience = 20_000,
): Promise<Json> {
  const end = Date.now() + patience;
  for (;;) {
    const page = await client.get(`/tasks?view=department&caseNo=${caseNo}`);
    const task = (page['items'] as Json[]).find(
      (entry) => entry['stepKey'] === stepKey && entry['state'] !== 'completing',
    );
    if (task !== undefined) return task;
    if (Date.now() > end)
      throw new Error(`case ${caseNo} did not reach step ${stepKey} within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Claims and completes the case's task at a step. */
export async function completeStep(
  client: ApiClient,
  caseNo: string,
  stepKey: string,
  completion: {
    outcome: string;
    formData: Json;
    comment?: string;
    password?: string;
    statement?: string;
  },
): Promise<Json> {
  const task = await findTask(client, caseNo, stepKey);
  await client.post(`/tasks/${String(task['id'])}/claim`);
  return client.post(`/tasks/${String(task['id'])}/complete`, { ...completion });
}

/** Claims the inspection of a food license, uploads its photograph and completes it with the report of a day (YYYY-MM-DD). */
export async function completeInspection(
  client: ApiClient,
  caseNo: string,
  options: { outcome: string; day: string },
): Promise<Json> {
  const task = await findTask(client, caseNo, 'inspect');
  const path = `/tasks/${String(task['id'])}`;
  await client.post(`${path}/claim`);
  const { photo: _photo, ...image } = await client.upload(`${path}/files?field=photos.image`, {
    name: '门头.jpg',
    bytes: samplePhoto(caseNo),
    type: 'image/jpeg',
  });
  return client.post(`${path}/complete`, {
    outcome: options.outcome,
    formData: inspectionReport(options.day, image),
  });
}
