import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { DispatchPlace } from './dispatchState.ts';
import type { ReportPhotoDocument } from './model.ts';
import { recordReport } from './recordReport.ts';
import type { ReportInput } from './reportInput.ts';
import { keepReportPhotos } from './reportPhotos.ts';
import { tellReporters } from './tellReporters.ts';

/** Adds a report to an open case file: its photographs and words stand beside the first. Throws AppError `stateConflict`. */
export async function mergeReport(options: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  input: ReportInput;
  loaded: LoadedPack;
  place: DispatchPlace;
  data: Record<string, unknown>;
  photos: readonly ReportPhotoDocument[];
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, caseId, input, photos } = options;
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { subject, session, now } = change;
      const file = subject.dispatch;
      if (file === undefined || file.end !== undefined)
        throw new AppError('stateConflict', { params: { state: subject.state } });
      subject.dispatch = { ...file, reports: file.reports + 1 };
      await keepReportPhotos({ app, session, loaded: options.loaded, subject, photos });
      const report = await recordReport({
        ...options,
        session,
        reportId: options.requestId,
        at: now,
        further: true,
      });
      await tellReporters({ app, change, notice: 'reportReceived', only: report });
      change.event('reportMerged', { source: input.source, reports: subject.dispatch.reports });
    },
  });
  return subject;
}
