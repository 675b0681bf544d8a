import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { demoPassword, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { hashPassword } from '../identity/hashPassword.ts';
import type { Role } from '../identity/model.ts';
import { newId } from '../store/newId.ts';
import { submissions } from './renewalOf.ts';
import type { TestServer } from './startTestServer.ts';

/** A signed-in account of a department, made for one test. */
export async function officerOf(
  server: TestServer,
  departmentId: string,
  roles: Role[] = ['approver'],
): Promise<ApiClient> {
  const { app } = server;
  const username = `officer-${newId().slice(-12)}`;
  await app.models.users.create({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    username,
    name: '周经办',
    passwordHash: await hashPassword(demoPassword),
    departmentId,
    roles,
    active: true,
    demonstration: true,
    createdAt: app.time.now(),
  });
  return signIn(server.base, username);
}

/** Opens a draft of an item's operation with the pack's own filled-in form, and hands in every material. */
export async function draftOf(
  server: TestServer,
  clerk: ApiClient,
  application: { packCode: string; operation: string; applicant: Json; licenseId?: string; formData?: Json },
): Promise<Json> {
  const { packCode, operation, formData = {}, ...rest } = application;
  const loaded = await server.app.packs.live(packCode);
  const filled = submissions[packCode]?.[loaded.operation(operation).intakeForm] ?? {};
  const draft = await clerk.post('/cases', {
    ...rest,
    packCode,
    operation,
    ...(loaded.pack.area === 'none' ? {} : { area: { town: 't005' } }),
    formData: { ...filled, ...formData },
  });
  for (const material of draft['materials'] as Json[]) {
    const key = String(material['key']);
    await clerk.upload(`/cases/${String(draft['id'])}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: Buffer.from(`%PDF-1.4\n% ${key}\n%%EOF`),
      type: 'application/pdf',
    });
  }
  return clerk.get(`/cases/${String(draft['id'])}`);
}

/**
 * The task of a case at a step, once it is in the inbox. On a busy machine the next task may come later than the look after
 * the automatic work before it; the history sync, which runs here when it is asked, then finds it.
 */
export async function reachStep(
  server: TestServer,
  officer: ApiClient,
  caseNo: string,
  step: string,
): Promise<Json> {
  for (let round = 1; ; round += 1) {
    try {
      return await findTask(officer, caseNo, step, 2_500);
    } catch (error) {
      if (round === 20) throw error;
      await server.settle();
    }
  }
}

/** Completes a step with the pack's own filled-in form, by whoever of these has it in the inbox. */
export async function walkStep(
  server: TestServer,
  officer: ApiClient,
  at: { packCode: string; caseNo: string; step: string; outcome: string; formData?: Json },
): Promise<Json> {
  const { packCode, caseNo, outcome } = at;
  const step = (await server.app.packs.live(packCode)).step(at.step);
  const task = await reachStep(server, officer, caseNo, at.step);
  await officer.post(`/tasks/${String(task['id'])}/claim`);
  return officer.post(`/tasks/${String(task['id'])}/complete`, {
    outcome,
    formData: { ...submissions[packCode]?.[step.form], ...at.formData },
    comment: '按规定办理',
    ...(step.decision ? { password: demoPassword } : {}),
  });
}
