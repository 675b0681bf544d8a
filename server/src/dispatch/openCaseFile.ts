import type { Dispatch } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { allocateCaseNo } from '../cases/caseNo.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { newCase } from '../cases/newCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { addApplication } from '../intake/addApplication.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { newId } from '../store/newId.ts';
import type { DispatchPlace, DispatchState } from './dispatchState.ts';
import type { ReportPhotoDocument } from './model.ts';
import { prepareTurn, takeTurn } from './oneAtATime.ts';
import { openKeyOf } from './openKeyOf.ts';
import { recordReport } from './recordReport.ts';
import type { ReportInput } from './reportInput.ts';
import { keepReportPhotos } from './reportPhotos.ts';
import { tellReporters } from './tellReporters.ts';

interface NewCaseFile {
  app: AppContext;
  actor: Actor;
  input: ReportInput;
  loaded: LoadedPack;
  town: string;
  place: DispatchPlace;
  formPath: string;
  data: Record<string, unknown>;
  kind: Pick<DispatchState, 'category' | 'subcategory'>;
  source: Dispatch['sources'][number];
  photos: readonly ReportPhotoDocument[];
  duplicateReason: string | undefined;
  /** Case files of the same place and kind that the reporter has been told of. */
  told: readonly string[];
  requestId?: string | undefined;
}

/**
 * Makes a case file 案卷 of a report: number, first report and the start of its process, owed through the outbox, in one
 * transaction. The caller delivers the start at once (deliverOwn).
 * Throws DuplicateAppeared when a case file of the same place and kind was made meanwhile.
 */
export async function openCaseFile(options: NewCaseFile): Promise<Changed<void>> {
  const { app, actor } = options;
  const draft = await draftOf(options);
  const { openKey } = draft.dispatch ?? {};
  if (openKey !== undefined) await prepareTurn(app, openKey);
  const also = async (session: ClientSession) => {
    const { formPath, data } = options;
    if (openKey !== undefined) await takeTurn({ ...options, session, openKey, own: draft._id });
    await addApplication({ app, session, subject: draft, formPath, data, open: false });
    await recordReport({
      ...options,
      session,
      caseId: draft._id,
      reportId: options.requestId,
      at: draft.createdAt,
      further: false,
    });
  };
  return changeCase({
    app,
    caseId: draft._id,
    actor: asEventActor(actor),
    create: { draft, also },
    leaseOwn: true,
    work: async (change) => {
      const { subject, session } = change;
      await keepReportPhotos({ ...options, session, subject });
      const { variables } = await readEngineVariables({ app, subject, session });
      change.event('reported', { source: options.source.key, caseNo: subject.caseNo });
      if (options.duplicateReason !== undefined) change.event('duplicateSetAside', {});
      await tellReporters({ app, change, notice: 'reportReceived' });
      change.outbox({
        destination: 'engine',
        type: 'startCase',
        payload: { definitionId: subject.definitionId, caseNo: subject.caseNo, variables },
      });
    },
  });
}

async function draftOf(options: NewCaseFile): Promise<CaseDocument> {
  const { app, actor, loaded, input, place, kind } = options;
  const { pack } = loaded;
  const now = app.time.now();
  const village = place.area === options.town ? undefined : place.area;
  const openKey = pack.dispatch === undefined ? undefined : openKeyOf(pack.packCode, pack.dispatch, kind);
  return {
    ...newCase({ app, actor, id: newId(), loaded, operation: 'new', now }),
    caseNo: await allocateCaseNo(app, now),
    state: 'accepted',
    area: { town: options.town, ...(village === undefined ? {} : { village }) },
    engine: { state: 'pending' },
    receivedAt: now,
    acceptedAt: now,
    dispatch: {
      source: input.source,
      channel: options.source.channel,
      ...kind,
      place,
      ...(openKey === undefined ? {} : { openKey }),
      stage: 'collect',
      round: 1,
      reports: 1,
      counts: { sendBack: 0, postpone: 0, suspend: 0, redo: 0, reopen: 0 },
      calls: [],
      ...(options.duplicateReason === undefined ? {} : { duplicateReason: options.duplicateReason }),
    },
  };
}
