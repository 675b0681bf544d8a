import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { filledForm } from '../../../scripts/journey/itemCase.ts';
import type { AppContext } from '../app/appContext.ts';
import { publishPack } from '../catalog/publishPack.ts';

export const road = 'csglw-road-occupation';
/** A fee before acceptance: ten yuan for each day asked for. */
const early =
  '  - {key: book, name: {zh-CN: 受理费, en: Early fee}, amountFen: 1000, quantity: [intake:/requestedDays], due: acceptance, refundOn: [notAccepted, withdrawn], cite: 示范, exemptions: [{key: housing, name: {zh-CN: 保障房, en: Housing}, when: housingProject, cite: 示范减免}]}\n';

/** Publishes the road occupation with a fee before acceptance, which no pack of the reference has. */
export async function publishEarlyFee(app: AppContext): Promise<void> {
  const seed = (await listSeedPacks()).find((entry) => entry.packCode === road);
  const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
    path,
    text: path === 'pack.yaml' ? text.replace('fees:\n', `fees:\n${early}`) : text,
  }));
  const publisher = { kind: 'system', name: 'spec' } as const;
  await publishPack({ app, publisher, packCode: road, files, baseVersion: 1, note: 'fee' });
}

/** Hands in a road occupation on the portal, with these answers. */
export async function handInRoad(
  own: ApiClient,
  partyId: string,
  changes: Json = {},
): Promise<{ id: string; path: string }> {
  const draft = await own.post('/portal/cases', { packCode: road, operation: 'new', partyId });
  const path = `/portal/cases/${String(draft['id'])}`;
  for (const { key } of draft['materials'] as Json[])
    await own.upload(`${path}/materials/${String(key)}/files`, {
      name: `${String(key)}.pdf`,
      bytes: samplePdf(String(key)),
      type: 'application/pdf',
    });
  await answer(own, path, changes);
  await own.post(`${path}/submit`);
  return { id: String(draft['id']), path };
}

/** Fills the application in with these answers. */
export async function answer(own: ApiClient, path: string, changes: Json): Promise<void> {
  const { version } = await own.get(path);
  await own.patch(path, Number(version), {
    area: { town: 't005' },
    formData: filledForm(road, 'application', changes),
  });
}
