import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';

/** Keys of the materials that the applicant's signed commitment stands for. */
export function waivedByCommitment(
  loaded: LoadedPack,
  subject: Pick<CaseDocument, 'commitment'>,
): readonly string[] {
  const { commitment } = subject;
  if (commitment === undefined || commitment.state === 'barred') return [];
  return loaded.pack.commitment?.waives ?? [];
}
