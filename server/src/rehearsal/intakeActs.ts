import type { ActOf } from '@onewindow/processes';
import type { ApiClient, Json } from '../client/apiClient.ts';
import { failure } from './failure.ts';
import { caseOf, type Run, ScenarioOver } from './run.ts';
import { sampleFile } from './sampleFiles.ts';

/** The clerk of the window that takes the case in. */
export function clerkOf(run: Run): Promise<ApiClient> {
  return run.stage.people.of(run.window, 'clerk', run.clerk);
}

/** Opens the draft, hands in the materials and names the licenses that stand for some. Throws ApiProblem. */
export async function openDraft(run: Run): Promise<void> {
  const { scenario } = run.file;
  const clerk = await clerkOf(run);
  const draft = await clerk.post('/cases', {
    packCode: run.loaded.pack.packCode,
    operation: scenario.operation,
    ...(scenario.applicant === undefined ? {} : { applicant: scenario.applicant }),
    ...(scenario.agent === undefined ? {} : { agent: scenario.agent }),
    ...(scenario.area === undefined ? {} : { area: scenario.area }),
    ...(scenario.license === undefined ? {} : { licenseId: licenseOf(run, scenario.license, ['license']) }),
    formData: scenario.form ?? {},
  });
  run.caseId = String(draft['id']);
  const { provide, held } = scenario.materials;
  const needed = (draft['materials'] as Json[])
    .filter((entry) => entry['needed'] !== false)
    .map((entry) => String(entry['key']));
  await provideMaterials(run, provide === 'all' ? needed.filter((key) => held[key] === undefined) : provide);
  for (const [material, key] of Object.entries(held)) {
    const licenseId = licenseOf(run, key, ['materials', 'held', material]);
    await clerk.put(`/cases/${run.caseId}/materials/${material}/license`, { licenseId });
  }
}

/** Hands a file in for each material. Throws ApiProblem, and what the stage's own way throws. */
async function provideMaterials(run: Run, materials: readonly string[]): Promise<void> {
  const clerk = await clerkOf(run);
  for (const key of materials) {
    const file = sampleFile(`${key}.${run.loaded.material(key)?.accept[0] ?? 'pdf'}`);
    if (run.stage.handIn !== undefined) await run.stage.handIn(run, key, file);
    else await clerk.upload(`/cases/${run.caseId}/materials/${key}/files`, file);
  }
}

async function provideMissing(run: Run, materials: 'all' | readonly string[] | undefined): Promise<void> {
  if (materials === undefined) return;
  const missing = async () => {
    const view = await (await clerkOf(run)).get(`/cases/${run.caseId}`);
    return (view['materials'] as Json[])
      .filter(({ status }) => status === 'missing' || status === 'waived')
      .map(({ key }) => String(key));
  };
  await provideMaterials(run, materials === 'all' ? await missing() : materials);
}

function licenseOf(run: Run, key: string, path: readonly string[]): string {
  const id = run.licenses.get(key);
  if (id !== undefined) return id;
  run.fail(path, failure('licenseUnknown', { key }));
  throw new ScenarioOver();
}

/** Saves an edit of the application: only the fields that change are named. Throws ApiProblem. */
async function edit(
  run: Run,
  change: { form?: Json | undefined; applicant?: Json | undefined; materials?: 'all' | string[] | undefined },
): Promise<void> {
  const clerk = await clerkOf(run);
  if (change.form !== undefined || change.applicant !== undefined) {
    const view = await clerk.get(`/cases/${run.caseId}`);
    const { version } = await caseOf(run);
    await clerk.patch(`/cases/${run.caseId}`, version, {
      ...(change.form === undefined ? {} : { formData: withChanges(view['formData'] as Json, change.form) }),
      ...(change.applicant === undefined
        ? {}
        : { applicant: withChanges(view['applicant'] as Json, change.applicant) }),
    });
  }
  await provideMissing(run, change.materials);
}

/** Null takes a field away. */
function withChanges(before: Json, change: Json): Json {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

type IntakeAct =
  | 'edit'
  | 'commit'
  | 'receive'
  | 'accept'
  | 'supplement'
  | 'resubmit'
  | 'refuseAcceptance'
  | 'provide'
  | 'withdraw';

const post = async (run: Run, path: string, body: Json = {}) =>
  (await clerkOf(run)).post(`/cases/${run.caseId}/${path}`, body);

/** What the window does, through the public API. */
export const intakeActs: { [K in IntakeAct]: (run: Run, act: ActOf<K>) => Promise<unknown> } = {
  edit: (run, act) => edit(run, act),
  commit: async (run, { signedBy, findings }) =>
    (await clerkOf(run)).put(`/cases/${run.caseId}/commitment`, {
      signedBy,
      ...(findings === undefined ? {} : { findings }),
    }),
  receive: (run) => post(run, 'receive'),
  accept: (run, { waived = {} }) =>
    post(run, 'accept', {
      waived: Object.entries(waived).map(([materialKey, dueDay]) => ({ materialKey, dueDay })),
    }),
  supplement: (run, { items }) => post(run, 'supplement', { items }),
  resubmit: async (run, act) => {
    await edit(run, act);
    await post(run, 'resubmit');
  },
  refuseAcceptance: (run, { reasonKey, reason }) => post(run, 'refuse-acceptance', { reasonKey, reason }),
  provide: (run, { materials }) => provideMissing(run, materials),
  withdraw: (run, { reason }) => post(run, 'withdraw', { reason }),
};
