import { applicantActor } from '../applicants/applicantActor.ts';
import { beginApplication, isOnline } from '../applicants/ownCases.ts';
import { addParty } from '../applicants/parties.ts';
import { findOrOpen } from '../applicants/signInByCode.ts';
import { viewOwnCase } from '../applicants/viewOwnCase.ts';
import { attachMaterial } from '../intake/attachMaterial.ts';
import { receiveCase } from '../intake/receiveCase.ts';
import { updateDraft } from '../intake/updateDraft.ts';
import type { Run } from '../rehearsal/run.ts';
import { asUpload, sampleFile } from '../rehearsal/sampleFiles.ts';

/** Whether a scenario can be told of somebody at the portal: a person who brings their own papers, to the office that looks after it. */
export function isForPortal({ file, loaded, window, stage }: Run): boolean {
  const { scenario } = file;
  const { applicant, agent, license, materials, operation } = scenario;
  return (
    isOnline(loaded.pack) &&
    operation === 'new' &&
    window === stage.app.config.ONLINE_OFFICE &&
    applicant?.['kind'] === 'natural' &&
    typeof applicant['phone'] === 'string' &&
    agent === undefined &&
    license === undefined &&
    Object.keys(materials.held).length === 0
  );
}

/**
 * The applicant of a scenario applies at the portal, by its use cases: account, party, draft, papers, submission. The code on the phone is
 * left out: thousands of applicants would be one address to its limits. Nobody is verified, for no register knows these people.
 * Throws AppError for what the portal refuses.
 */
export async function applyOnline(run: Run): Promise<void> {
  const { app } = run.stage;
  const { applicant, form, area, operation, materials } = run.file.scenario;
  const { phone, ...person } = applicant as { phone: string; name: string; idType: string; idNumber: string };
  const phoneIndex = app.cipher.blindIndex('phone', phone);
  const account = await findOrOpen({ app, phone, phoneIndex, locale: 'zh-CN' });
  const actor = applicantActor(app, account._id);
  const self = account.parties.find((party) => party.kind === 'self');
  const { id: partyId } =
    self ?? (await addParty({ app, accountId: account._id, kind: 'self', person: personOf(person) }));
  const { packCode } = run.loaded.pack;
  const draft = await beginApplication({ app, actor, packCode, operation, partyId, door: 'portal' });
  run.caseId = draft._id;
  const caseId = draft._id;
  const edit = { formData: form ?? {}, ...(area === undefined ? {} : { area }) };
  const saved = await updateDraft({ app, actor, caseId, version: draft.version, edit });
  const { materials: asked } = await viewOwnCase(app, actor, saved);
  const needed = asked.filter((entry) => entry.needed !== false).map(({ key }) => key);
  for (const materialKey of materials.provide === 'all' ? needed : materials.provide) {
    const kind = run.loaded.material(materialKey)?.accept[0] ?? 'pdf';
    const file = asUpload(sampleFile(`${materialKey}.${kind}`));
    await attachMaterial({ app, actor, caseId, materialKey, file });
  }
  await receiveCase({ app, actor, caseId });
}

function personOf({ name, idType, idNumber }: { name: string; idType: string; idNumber: string }) {
  return { name, idType, idNumber };
}
