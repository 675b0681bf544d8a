import { ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import {
  decisionGranted,
  deliveryAtWindow,
  foodApplication,
  foodMaterials,
  inspectionReport,
  restaurant,
  reviewPassed,
  samplePdf,
} from '../../../scripts/journey/foodLicense.ts';
import { demoPassword } from '../../../scripts/journey/steps.ts';
import { until } from './faultStack.ts';
import type { PersistentClient } from './persistentClient.ts';

export interface People {
  readonly clerk: PersistentClient;
  readonly approver: PersistentClient;
}

/** What the people at the window were told, and so what must still be true afterwards. */
export interface Acknowledged {
  readonly caseId: string;
  readonly caseNo: string;
}

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Opens a draft with all materials and receives it. `onStep` hears of every acknowledged step. */
export async function receiveFoodLicense(
  clerk: PersistentClient,
  onStep: () => void = () => undefined,
): Promise<Acknowledged> {
  const draft = await clerk.post('/cases', {
    packCode: 'scjg-food',
    operation: 'new',
    applicant: restaurant,
    agent: { name: '李小兰', idNumber: '11010519491231002X', phone: '13800000001' },
    area: { town: 't005' },
    formData: foodApplication,
  });
  const caseId = String(draft['id']);
  onStep();
  for (const key of foodMaterials) {
    const file = { name: `${key}.pdf`, bytes: samplePdf(`${key} ${caseId}`), type: 'application/pdf' };
    await clerk.upload(`/cases/${caseId}/materials/${key}/files`, file);
    onStep();
  }
  const received = await once(clerk, caseId, 'receive');
  onStep();
  return { caseId, caseNo: String(received['caseNo']) };
}

/** Accepts a received case; returns the answer. */
export function acceptFoodLicense(clerk: PersistentClient, caseId: string): Promise<Json> {
  return once(clerk, caseId, 'accept');
}

/** Review, inspection, decision, license, delivery. */
export async function driveToDelivery(
  { clerk, approver }: People,
  caseNo: string,
  onStep: () => void = () => undefined,
): Promise<void> {
  await work(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
  onStep();
  await work(approver, caseNo, 'inspect', { outcome: 'pass', formData: inspectionReport(today) });
  onStep();
  const decision = { outcome: 'grant', formData: decisionGranted, password: demoPassword };
  await work(approver, caseNo, 'decide', decision);
  onStep();
  await work(clerk, caseNo, 'deliver', { outcome: 'delivered', formData: deliveryAtWindow(today) });
  onStep();
}

/** The task of a case at a step, as soon as it can be worked. */
export function taskAt(client: PersistentClient, caseNo: string, stepKey: string): Promise<Json> {
  return until(
    `case ${caseNo} at ${stepKey}`,
    async () => {
      const page = await client.get(`/tasks?view=department&caseNo=${caseNo}`);
      return (page['items'] as Json[]).find(
        (task) => task['stepKey'] === stepKey && task['state'] !== 'completing',
      );
    },
    240_000,
  );
}

/** A 409 at a repetition says that the first try was carried out although its answer got lost: then the case tells. */
async function once(clerk: PersistentClient, caseId: string, act: 'receive' | 'accept'): Promise<Json> {
  try {
    return await clerk.post(`/cases/${caseId}/${act}`);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'stateConflict') throw error;
    return clerk.get(`/cases/${caseId}`);
  }
}

async function work(
  client: PersistentClient,
  caseNo: string,
  stepKey: string,
  completion: Json,
): Promise<void> {
  const task = await taskAt(client, caseNo, stepKey);
  try {
    await client.post(`/tasks/${String(task['id'])}/claim`);
    await client.post(`/tasks/${String(task['id'])}/complete`, completion);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'taskEnded') throw error;
  }
}
