import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createEngineClient } from '@onewindow/engine';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { residentId } from '../../../scripts/journey/residentId.ts';
import { acceptCase, completeStep, findTask } from '../../../scripts/journey/steps.ts';
import { as } from './prepareCases.ts';

const forms = (
  JSON.parse(
    readFileSync(new URL('../../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, Json>>
)['mzj-elderly-subsidy'];
const form = (name: string): Json => forms?.[`forms/${name}.json`] ?? {};

/** An elderly subsidy that has been through village and town and is under public notice; its id and number. */
export async function subsidyUnderNotice(name = '李秀英'): Promise<{ id: string; caseNo: string }> {
  const [village, town] = [await as('village'), await as('town')];
  // Each of them is another person: nobody receives the subsidy twice.
  const idNumber = residentId(randomInt(1000));
  const draft = await village.post('/cases', {
    packCode: 'mzj-elderly-subsidy',
    operation: 'new',
    applicant: { kind: 'natural', name, idType: '111', idNumber },
    area: { town: 't005', village: 'v005901' },
    formData: { ...form('application'), elderId: idNumber },
  });
  const id = String(draft['id']);
  for (const key of ['residentId', 'householdRegister', 'needProof', 'bankCard']) {
    const bytes = samplePdf(key);
    await village.upload(`/cases/${id}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes,
      type: 'application/pdf',
    });
  }
  const caseNo = String((await acceptCase(village, id))['caseNo']);
  await completeStep(village, caseNo, 'homeVisit', { outcome: 'visited', formData: form('home-visit') });
  await completeStep(town, caseNo, 'townReview', { outcome: 'pass', formData: form('town-review') });
  return { id, caseNo };
}

/** One that has been through the notice too and waits for the district; its number. */
export async function subsidyToApprove(): Promise<string> {
  const { caseNo } = await subsidyUnderNotice();
  await endPublicNotice(caseNo);
  const town = await as('town');
  await completeStep(town, caseNo, 'confirmNotice', {
    outcome: 'noObjection',
    formData: form('notice-result'),
  });
  await findTask(await as('civil'), caseNo, 'districtApprove');
  return caseNo;
}

/** Seven days in a moment: fires the timer of the public notice in the engine, as a rehearsal does. */
async function endPublicNotice(caseNo: string): Promise<void> {
  const engine = createEngineClient({
    url: process.env['ENGINE_URL'] ?? '',
    user: process.env['ENGINE_USER'] ?? '',
    password: process.env['ENGINE_PASSWORD'] ?? '',
  });
  const [instance] = await engine.listInstances({ businessKey: caseNo });
  const jobs = await engine.listJobs({ processInstanceId: instance?.id ?? '', timers: true });
  const [timer] = jobs;
  if (timer === undefined) throw new Error(`no timer runs for case ${caseNo}`);
  await engine.executeJob(timer.id);
}
