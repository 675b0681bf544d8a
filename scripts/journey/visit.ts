import type { ApiClient, Json } from './apiClient.ts';
import { foodApplication, restaurant, samplePdf } from './foodLicense.ts';
import { filledForm } from './itemCase.ts';

/** Two items that no theme joins, of two departments. */
export const foodAndHealth = [
  { packCode: 'scjg-food', operation: 'new' },
  { packCode: 'wjw-public-place-health', operation: 'new' },
];

/** Keys of the questions of a form, in order; a grid is one. */
export function keysOf(component: Json): string[] {
  const inside = (component['components'] ?? []) as Json[];
  const own = component['input'] === true ? [String(component['key'])] : [];
  return component['type'] === 'datagrid' ? own : [...own, ...inside.flatMap(keysOf)];
}

/** Fills in a visit for {@link foodAndHealth}: applicant, area, every question, and every material but those named. */
export async function fillVisit(
  clerk: ApiClient,
  draft: Json,
  without: readonly string[] = [],
): Promise<Json> {
  const food = foodApplication;
  const health = filledForm('wjw-public-place-health', 'application-new');
  const formData: Json = {};
  for (const key of keysOf(draft['form'] as Json)) {
    const [, part = '', field = ''] = /^(shared|item1|item2)\d*_(\w+)$/.exec(key) ?? [];
    const value = part === 'item2' ? health[field] : (food[field] ?? health[field]);
    if (value !== undefined) formData[key] = value;
  }
  const path = `/cases/${String(draft['id'])}`;
  const saved = await clerk.patch(path, Number(draft['version']), {
    applicant: restaurant,
    area: { town: 't005' },
    formData,
  });
  for (const { key } of (saved['materials'] as { key: string }[]).filter((one) => !without.includes(one.key)))
    await clerk.upload(`${path}/materials/${key}/files`, {
      name: `${key}.pdf`,
      bytes: samplePdf(key),
      type: 'application/pdf',
    });
  return saved;
}
