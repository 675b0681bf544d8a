import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';

/** A restaurant's application for a pack begun from the smallest template, with its one paper; its id. */
export async function draftWithPaper(clerk: ApiClient, packCode: string, matter: string): Promise<string> {
  const draft = await clerk.post('/cases', {
    packCode,
    operation: 'new',
    applicant: restaurant,
    formData: { matter },
  });
  const id = String(draft['id']);
  await clerk.upload(`/cases/${id}/materials/application/files`, {
    name: '申请书.pdf',
    bytes: samplePdf(id),
    type: 'application/pdf',
  });
  return id;
}
