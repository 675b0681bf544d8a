import type { ApiClient, Json } from './apiClient.ts';
import { samplePhoto } from './foodLicense.ts';
import { findTask, signIn } from './steps.ts';

/** Everybody of a dispatch, signed in. */
export interface DispatchPeople {
  operator: ApiClient;
  chief: ApiClient;
  dispatcher: ApiClient;
  grid: ApiClient;
  /** Disposing side: city administration, law enforcement, the town. */
  city: ApiClient;
  patrol: ApiClient;
  town: ApiClient;
}

export async function signInDispatch(base: string): Promise<DispatchPeople> {
  const [operator, chief, dispatcher, grid, city, patrol, town] = await Promise.all(
    ['operator', 'chief', 'dispatcher', 'grid', 'city', 'patrol', 'town'].map((name) => signIn(base, name)),
  );
  return { operator, chief, dispatcher, grid, city, patrol, town } as DispatchPeople;
}

let places = 0;

/** A report at a place of its own, unless `place` says otherwise. */
export function report(change: Json = {}): Json {
  places += 1;
  return {
    packCode: 'grid-city-appearance',
    source: 'gridWorker',
    place: { town: 't005', village: 'v005901', text: `兴华大街${places}号门前` },
    formData: { subcategory: 'exposedRubbish', description: '路边堆放生活垃圾' },
    ...change,
  };
}

/** Claims the task of a step, uploads the photographs that its form wants, and completes it. */
export async function act(
  client: ApiClient,
  caseNo: string,
  stepKey: string,
  formData: Json,
  options: { outcome?: string; photos?: boolean } = {},
): Promise<Json> {
  const task = await findTask(client, caseNo, stepKey);
  const path = `/tasks/${String(task['id'])}`;
  await client.post(`${path}/claim`);
  const photos =
    options.photos === true
      ? { photos: [await uploadPhoto(client, `${path}/files?field=photos`, `${caseNo}${stepKey}`)] }
      : {};
  return client.post(`${path}/complete`, {
    outcome: options.outcome ?? String(formData['result'] ?? ''),
    formData: { ...formData, ...photos },
  });
}

/** Uploads a photograph and gives the reference that a form names. */
export async function uploadPhoto(client: ApiClient, path: string, seed: string): Promise<Json> {
  const bytes = samplePhoto(seed);
  const { photo: _photo, ...reference } = await client.upload(path, {
    name: '现场.jpg',
    bytes,
    type: 'image/jpeg',
  });
  return reference;
}
