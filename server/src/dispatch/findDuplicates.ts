import { computeDue, hasDue } from '@onewindow/clocks';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { DispatchPlace, DispatchState } from './dispatchState.ts';
import { openKeyOf } from './openKeyOf.ts';
import { samePlace } from './samePlace.ts';

/** An open case file that a report may be about. */
export interface Duplicate {
  subject: CaseDocument & { dispatch: DispatchState };
  /** Metres between the two, where both positions are known. */
  metres?: number;
}

/** Open case files of the same place and kind (GB/T 30428: the same problem is one case file), nearest first. */
export async function findDuplicates(options: {
  app: AppContext;
  loaded: LoadedPack;
  kind: Pick<DispatchState, 'category' | 'subcategory'>;
  place: DispatchPlace;
  session?: ClientSession;
}): Promise<Duplicate[]> {
  const { app, loaded, place } = options;
  const { dispatch, packCode } = loaded.pack;
  const rule = dispatch?.duplicates;
  if (dispatch === undefined || rule === undefined) return [];
  const openKey = openKeyOf(packCode, dispatch, options.kind);
  if (openKey === undefined) return [];
  const open = (await app.models.cases
    .find(
      { tenant: app.tenant, 'dispatch.openKey': openKey },
      null,
      options.session === undefined ? {} : { session: options.session },
    )
    .lean()) as Duplicate['subject'][];
  const now = app.time.now();
  return open
    .filter((subject) => {
      if (rule.within === undefined || !hasDue(rule.within)) return true;
      const startAt = subject.receivedAt ?? subject.createdAt;
      return computeDue({ limit: rule.within, startAt }, app.calendar.calendar, now).dueAt >= now;
    })
    .flatMap((subject) => {
      const { same, metres } = samePlace(place, subject.dispatch.place, rule.radius);
      return same ? [{ subject, ...(metres === undefined ? {} : { metres }) }] : [];
    })
    .sort((left, right) => (left.metres ?? 0) - (right.metres ?? 0));
}
