import type { Outcome } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { canonicalJson } from '../audit/eventHash.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import type { CosignDocument } from './model.ts';

/**
 * What was put to co-signers is completed only as they have agreed to it: the outcome and every field. While they sign,
 * nothing is; after they have refused an outcome, another may be chosen, and sending back always.
 * Throws AppError `cosignOpen`, `cosignDissented`, `cosignChanged`.
 */
export async function requireCosigned(options: {
  app: AppContext;
  change: CaseChange;
  taskId: string;
  outcome: Outcome;
  data: Record<string, unknown>;
}): Promise<void> {
  const { app, change, taskId, outcome, data } = options;
  const rounds = (await app.models.cosigns
    .find({ tenant: app.tenant, taskId }, null, { session: change.session })
    .lean()) as CosignDocument[];
  const last = rounds
    .filter(({ state }) => state === 'open' || state === 'agreed' || state === 'failed')
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1))
    .at(-1);
  if (last === undefined) return;
  if (last.state === 'open') {
    const agreed = last.signers.filter(({ position }) => position === 'agree').length;
    throw new AppError('cosignOpen', { params: { count: last.quorum - agreed } });
  }
  if (outcome.kind === 'back') return;
  if (last.state === 'failed') {
    if (last.outcome !== outcome.key) return;
    throw new AppError('cosignDissented', { params: { outcome: outcome.name['zh-CN'] } });
  }
  const signed = app.cipher.open<Record<string, unknown>>(last.sealedData, last._id);
  if (last.outcome !== outcome.key || canonicalJson(signed) !== canonicalJson(data))
    throw new AppError('cosignChanged');
}
