import { shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';

/** A material that is accepted as missing 容缺. */
export interface Waiver {
  materialKey: string;
  /** Shanghai day by which it must be handed in. */
  dueDay: string;
}

/** Who signs the promise to hand in later; the name itself stays with the persons of the case. */
export type WaiverSigner = 'applicant' | 'legalRepresentative' | 'agent';

/**
 * 容缺: every material that was accepted as missing gets a clock of its own, at the window, to the day that the applicant
 * has promised; the promise is drawn up as a document. The clocks of the approval run (clocks.md).
 * Throws AppError `waiverRefused` for a day that is not after today, `invalidRequest` for a signer whom the case does not have.
 */
export async function startWaiverClocks(options: {
  app: AppContext;
  change: CaseChange;
  waived: readonly Waiver[];
  signedBy: WaiverSigner;
}): Promise<void> {
  const { app, change, waived, signedBy } = options;
  if (waived.length === 0) return;
  const { applicant, agent } = personOf(app, change.subject);
  const signerName = {
    applicant: applicant?.name,
    legalRepresentative: applicant?.legalRepresentative,
    agent: agent?.name,
  }[signedBy];
  if (signerName === undefined || signerName === '') throw unknownSigner();
  const today = shanghaiDay(change.now);
  for (const { materialKey, dueDay } of waived) {
    const days = daysBetween(today, dueDay);
    if (!(days > 0)) throw new AppError('waiverRefused', { params: { key: materialKey } });
    await startClock({
      app,
      change,
      kind: 'waivedMaterial',
      limit: { value: days, unit: 'day' },
      startAt: change.now,
      departmentId: change.subject.createdBy.departmentId,
      materialKey,
    });
  }
  const signedDay = chineseDate(today);
  await oweDocument({ app, change, kind: 'waiverLetter', once: true, facts: { signerName, signedDay } });
}

/** Calendar days from one day to another, both `YYYY-MM-DD`. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function unknownSigner(): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: 'signedBy',
        pointer: '/signedBy',
        rule: 'known',
        message: {
          'zh-CN': '本件没有登记这位签署人，请先填写。',
          en: 'The case does not name this signer; fill them in first.',
        },
      },
    ],
  });
}
