import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';

/** Revisions of a published evaluation, the latest last; none: not published. */
export async function readRevisions(
  app: AppContext,
  kind: SchemeKind,
  period: string,
): Promise<PerformanceDocument[]> {
  const found = (await app.models.performances
    .find({ tenant: app.tenant, kind, period })
    .lean()) as PerformanceDocument[];
  return found.sort((one, other) => one.revision - other.revision);
}

/** The revision asked for, else the latest; undefined where nothing is published. Throws AppError `notFound`. */
export function chosenOf(
  revisions: readonly PerformanceDocument[],
  revision: number | undefined,
): PerformanceDocument | undefined {
  if (revision === undefined) return revisions.at(-1);
  const found = revisions.find((one) => one.revision === revision);
  if (found === undefined) throw new AppError('notFound');
  return found;
}

export async function readScores(
  app: AppContext,
  performanceId: string,
): Promise<PerformanceScoreDocument[]> {
  return app.models.performanceScores.find({ tenant: app.tenant, performanceId }).lean() as Promise<
    PerformanceScoreDocument[]
  >;
}
