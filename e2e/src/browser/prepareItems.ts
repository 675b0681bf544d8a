import { readFileSync } from 'node:fs';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, completeStep, demoPassword, findTask } from '../../../scripts/journey/steps.ts';
import { as } from './prepareCases.ts';

const submissions = JSON.parse(
  readFileSync(new URL('../../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Json>>;

/** A case of any pack on its way, driven through the API with the filled-in forms of the fixtures. */
export class PreparedCase {
  readonly id: string;
  readonly caseNo: string;
  readonly #pack: string;

  private constructor(pack: string, id: string, caseNo: string) {
    this.#pack = pack;
    this.id = id;
    this.caseNo = caseNo;
  }

  /** Takes the case in at a window (the common one when no account is named), with every material, and accepts it. */
  static async accepted(
    pack: string,
    { applicant = restaurant, by = 'clerk' }: { applicant?: Json; by?: string } = {},
  ): Promise<PreparedCase> {
    const clerk = await as(by);
    const draft = await clerk.post('/cases', {
      packCode: pack,
      operation: 'new',
      applicant,
      area: { town: 't005' },
      formData:
        submissions[pack]?.['forms/application.json'] ??
        submissions[pack]?.['forms/application-new.json'] ??
        {},
    });
    const id = String(draft['id']);
    for (const { key } of draft['materials'] as { key: string }[]) {
      const file = { name: `${key}.pdf`, bytes: samplePdf(key), type: 'application/pdf' };
      await clerk.upload(`/cases/${id}/materials/${key}/files`, file);
    }
    return new PreparedCase(pack, id, String((await acceptCase(clerk, id))['caseNo']));
  }

  /** Completes a step as somebody. */
  async step(account: string, step: string, outcome: string, form: string): Promise<void> {
    const formData = submissions[this.#pack]?.[`forms/${form}.json`] ?? {};
    await completeStep(await as(account), this.caseNo, step, {
      outcome,
      formData,
      comment: '见附件',
      ...(outcome === 'grant' ? { password: demoPassword } : {}),
    });
  }

  /** Address of the page of an open task of this account. */
  async taskPage(account: string, step: string): Promise<string> {
    return `/tasks/${String((await findTask(await as(account), this.caseNo, step))['id'])}`;
  }
}
