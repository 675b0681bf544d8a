import { describeLimit, shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import { oweDocument } from '../documents/oweDocument.ts';

/** Owes the letter of commitment 告知承诺书 with the receipt, where the applicant signed one. */
export async function oweCommitmentLetter(app: AppContext, change: CaseChange): Promise<void> {
  const { subject } = change;
  const { commitment } = subject;
  if (commitment?.state !== 'signed') return;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rules = loaded.pack.commitment;
  if (rules === undefined) return;
  const { applicant, agent } = personOf(app, subject);
  const signer = {
    applicant: applicant?.name,
    legalRepresentative: applicant?.legalRepresentative,
    agent: agent?.name,
  }[commitment.signedBy ?? 'applicant'];
  const { limit } = rules.verification;
  await oweDocument({
    app,
    change,
    kind: 'commitmentLetter',
    once: true,
    facts: {
      commitmentText: rules.text['zh-CN'],
      signerName: signer ?? '',
      signedDay: chineseDate(shanghaiDay(commitment.signedAt ?? change.now)),
      verificationLimit: limit === undefined ? '规定期限' : describeLimit(limit)['zh-CN'],
    },
  });
}
