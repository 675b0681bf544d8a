import { formatLimit } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';

/** The commitment of a case for the screen, or null on the ordinary path. */
export function viewCommitment({ commitment }: Pick<CaseDocument, 'commitment'>) {
  if (commitment === undefined) return null;
  return {
    state: commitment.state,
    records: commitment.records,
    checkedAt: commitment.checkedAt.toISOString(),
    signedAt: commitment.signedAt?.toISOString() ?? null,
    signedBy: commitment.signedBy ?? null,
  };
}

/** What the window tells about the path before it is chosen. */
export function commitmentOffer(rules: NonNullable<PackManifest['commitment']>) {
  const { limit } = rules.verification;
  return {
    text: rules.text,
    waives: rules.waives,
    source: rules.creditCheck.source,
    refuseWhen: rules.creditCheck.refuseWhen,
    verificationLimit: limit === undefined ? null : formatLimit(limit),
  };
}
