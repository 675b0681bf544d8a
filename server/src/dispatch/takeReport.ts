import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { findDuplicates } from './findDuplicates.ts';
import { mergeReport } from './mergeReport.ts';
import { DuplicateAppeared } from './oneAtATime.ts';
import { openCaseFile } from './openCaseFile.ts';
import { readReportForm } from './readReportForm.ts';
import { placeOf, type ReportInput, takesChannel } from './reportInput.ts';
import { readReportPhotos } from './reportPhotos.ts';
import { viewDuplicate } from './viewCaseFile.ts';

/** What a report came to: a new case file whose process is owed to the engine, or a further report of an open one. */
export interface TakenReport {
  subject: CaseDocument;
  merged: boolean;
  leased?: OutboxDocument;
}

/**
 * A report 上报 comes in. Where open case files of the same place and kind exist it is merged into the one chosen, or
 * made anew with the reason why; undecided it is refused with those files, so that nobody makes a second one unawares.
 * Throws AppError `itemUnknown`, `sourceRefused`, `areaUnknown`, `formInvalid`, `categoryUnknown`, `reportPhotoUnknown`,
 * `duplicateReport`, `notFound` (a file to merge into that is none of those found).
 */
export async function takeReport(options: {
  app: AppContext;
  actor: Actor;
  input: ReportInput;
  /** The same for every try of one request. */
  requestId?: string | undefined;
}): Promise<TakenReport> {
  const { app, actor, input, requestId } = options;
  const earlier = requestId === undefined ? undefined : await takenBefore(app, requestId);
  if (earlier !== undefined) return earlier;
  const loaded = await app.packs.live(input.packCode);
  const { dispatch } = loaded.pack;
  if (dispatch === undefined) throw new AppError('itemUnknown', { params: { packCode: input.packCode } });
  const source = dispatch.sources.find((entry) => entry.key === input.source);
  if (source === undefined || !takesChannel(actor, source.channel)) throw new AppError('sourceRefused');
  const { town, place } = placeOf(app, input.place);
  const { formPath, data, kind } = await readReportForm(loaded, input.formData);
  const photos = await readReportPhotos(app, actor, input.packCode, input.photoIds);
  const facts = { app, actor, input, loaded, town, place, formPath, data, kind, source, photos, requestId };
  for (;;) {
    try {
      return await mergeOrOpen(facts);
    } catch (error) {
      // The other report's case file is there now: it is found, shown or merged into like any other.
      if (!(error instanceof DuplicateAppeared)) throw error;
    }
  }
}

async function mergeOrOpen(
  common: Omit<Parameters<typeof openCaseFile>[0], 'duplicateReason' | 'told'>,
): Promise<TakenReport> {
  const { app, input, loaded, kind, place } = common;
  const found = await findDuplicates({ app, loaded, kind, place });
  const reason = input.duplicate?.reason?.trim() ?? '';
  const into =
    input.duplicate?.mergeInto ??
    (loaded.pack.dispatch?.duplicates?.action === 'merge' && reason === ''
      ? found[0]?.subject._id
      : undefined);
  if (into !== undefined) {
    const target = found.find((entry) => entry.subject._id === into);
    if (target === undefined) throw new AppError('notFound');
    return { subject: await mergeReport({ ...common, caseId: into }), merged: true };
  }
  if (found.length > 0 && reason === '')
    throw new AppError('duplicateReport', {
      params: { count: found.length },
      extra: { duplicates: found.map((entry) => viewDuplicate(app, loaded, entry)) },
    });
  const opened = await openCaseFile({
    ...common,
    duplicateReason: found.length > 0 ? reason : undefined,
    told: found.map(({ subject }) => subject._id),
  });
  return { ...opened, merged: false };
}

async function takenBefore(app: AppContext, reportId: string): Promise<TakenReport | undefined> {
  const { tenant } = app;
  const report = await app.models.reports.findOne({ _id: reportId, tenant }).lean();
  if (report === null) return undefined;
  const subject = (await app.models.cases
    .findOne({ _id: report.caseId, tenant })
    .lean()) as CaseDocument | null;
  return subject === null ? undefined : { subject, merged: report.further };
}
