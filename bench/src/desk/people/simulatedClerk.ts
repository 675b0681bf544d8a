import type { ApiClient } from '../../../../scripts/journey/apiClient.ts';
import {
  foodApplication,
  foodMaterials,
  restaurant,
  samplePdf,
} from '../../../../scripts/journey/foodLicense.ts';
import type { Person } from './person.ts';

const pack = 'scjg-food';

/** One case at the window, from the item to the notice of acceptance, as a clerk does it: some six minutes of talking. */
export async function takeApplicationIn({ client, times, pause }: Person): Promise<void> {
  await times.time('find the item', () => client.get(`/items?q=${encodeURIComponent('食品')}`));
  await pause(10);
  await times.time('open the item', () => client.get(`/items/${pack}/operations/new`));
  const draft = await times.time('open a draft', () =>
    client.post('/cases', {
      packCode: pack,
      operation: 'new',
      applicant: restaurant,
      area: { town: 't005' },
    }),
  );
  if (draft === undefined) return;
  const id = String(draft['id']);
  let version = Number(draft['version']);
  const keys = Object.keys(foodApplication);
  for (const share of [0.4, 0.7, 1]) {
    await pause(50);
    const formData = Object.fromEntries(
      keys.slice(0, Math.ceil(keys.length * share)).map((key) => [key, foodApplication[key]]),
    );
    const saved = await times.time('save the draft', () =>
      client.patch(`/cases/${id}`, version, { formData }),
    );
    if (saved === undefined) return;
    version = Number(saved['version']);
  }
  for (const key of foodMaterials) {
    await pause(20);
    await times.time('attach a material', () =>
      client.upload(`/cases/${id}/materials/${key}/files`, {
        name: `${key}.pdf`,
        bytes: samplePdf(`${key} ${id}`),
        type: 'application/pdf',
      }),
    );
  }
  await pause(30);
  if ((await times.time('receive', () => client.post(`/cases/${id}/receive`))) === undefined) return;
  await pause(20);
  await times.time('accept', () => client.post(`/cases/${id}/accept`));
  await pause(15);
  await listOwnCases(client, times);
}

async function listOwnCases(client: ApiClient, times: Person['times']): Promise<void> {
  await times.time('own cases', () => client.get('/cases?limit=20'));
}
