import type { AppContext } from '../app/appContext.ts';
import { maySeeClear, maySeeReporter } from '../cases/caseScope.ts';
import { maskName } from '../cases/maskName.ts';
import type { CaseDocument } from '../cases/model.ts';
import { caseSummary } from '../cases/viewCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { categoryOf } from './categoryOf.ts';
import type { DispatchDispute, DispatchPlace, DispatchState } from './dispatchState.ts';
import type { Duplicate } from './findDuplicates.ts';
import type { ReportDocument, Reporter } from './model.ts';

type CaseFile = CaseDocument & { dispatch: DispatchState };

/** One line of the list of case files. */
export function caseFileSummary(
  app: AppContext,
  loaded: LoadedPack,
  subject: CaseFile,
  steps: readonly Text[] = [],
) {
  const { dispatch: file } = subject;
  return {
    ...caseSummary(app, subject, steps),
    source: sourceName(loaded, file.source),
    category: categoryName(loaded, file),
    level: loaded.pack.dispatch?.levels.find((entry) => entry.key === file.level)?.name ?? null,
    place: viewPlace(app, file.place),
    stage: file.stage,
    round: file.round,
    reports: file.reports,
    unit: file.unit === undefined ? null : nameOf(app, file.unit),
    suspendedUntil: file.suspended?.until ?? null,
    end: file.end?.kind ?? null,
  };
}

/** The whole case file: its reports, what was counted, requests, call backs and its end. */
export async function viewCaseFile(app: AppContext, actor: Actor, loaded: LoadedPack, subject: CaseFile) {
  const { tenant } = app;
  const { dispatch: file } = subject;
  const [reports, tasks, evaluation] = await Promise.all([
    app.models.reports.find({ tenant, caseId: subject._id }).sort({ at: 1, _id: 1 }).lean(),
    app.models.tasks.find({ tenant, caseId: subject._id, active: true }, { stepName: 1 }).lean(),
    app.models.evaluations.findOne({ tenant, caseId: subject._id }).lean(),
  ]);
  const clear = maySeeClear(actor, subject);
  return {
    ...caseFileSummary(
      app,
      loaded,
      subject,
      tasks.map((task) => task.stepName),
    ),
    counts: file.counts,
    firstUnit: file.firstUnit === undefined ? null : nameOf(app, file.firstUnit),
    closing:
      categoryOf(loaded.pack.dispatch ?? { categories: [] }, file.subcategory).subcategory?.closing ?? null,
    request: clear ? (file.request ?? null) : null,
    dispute: clear && file.dispute !== undefined ? viewDispute(app, file.dispute) : null,
    suspended: clear ? (file.suspended ?? null) : null,
    duplicateReason: clear ? (file.duplicateReason ?? null) : null,
    calls: clear ? file.calls : [],
    voidReason: clear && file.end?.kind === 'void' ? file.end.reason : null,
    reportList: (reports as ReportDocument[]).map((report) =>
      viewReport(app, actor, loaded, subject, report),
    ),
    evaluation:
      evaluation === null
        ? null
        : {
            rounds: evaluation.rounds,
            responseOnTime: evaluation.responseOnTime,
            disposalOnTime: evaluation.disposalOnTime,
            measures: evaluation.measures,
          },
  };
}

function viewDispute(app: AppContext, { unit, reason, ruling }: DispatchDispute) {
  return { unit: nameOf(app, unit), reason, ruling: ruling?.reason ?? null };
}

/** An open case file that a new report may be about: nothing of who reported it. */
export function viewDuplicate(app: AppContext, loaded: LoadedPack, { subject, metres }: Duplicate) {
  const { dispatch: file } = subject;
  return {
    id: subject._id,
    caseNo: subject.caseNo ?? '',
    category: categoryName(loaded, file),
    place: viewPlace(app, file.place),
    metres: metres ?? null,
    reportedAt: (subject.receivedAt ?? subject.createdAt).toISOString(),
    stage: file.stage,
    reports: file.reports,
  };
}

function viewReport(
  app: AppContext,
  actor: Actor,
  loaded: LoadedPack,
  subject: CaseFile,
  report: ReportDocument,
) {
  const reporter =
    report.sealedReporter === undefined
      ? undefined
      : app.cipher.open<Reporter>(report.sealedReporter, report._id);
  const named = maySeeReporter(actor, subject);
  return {
    id: report._id,
    at: report.at.toISOString(),
    by: report.by.name,
    source: sourceName(loaded, report.source),
    further: report.further,
    place: viewPlace(app, report.place),
    photos: report.photoIds.length,
    formData: maySeeClear(actor, subject)
      ? app.cipher.open<Record<string, unknown>>(report.sealedDescription, report._id)
      : {},
    reporter:
      reporter === undefined
        ? null
        : named
          ? { name: reporter.name ?? '', phone: reporter.phone ?? '' }
          : { name: maskName(reporter.name ?? '', 'natural'), phone: '' },
  };
}

function viewPlace(app: AppContext, place: DispatchPlace) {
  return { area: nameOf(app, place.area), text: place.text, position: place.position ?? null };
}

function nameOf(app: AppContext, id: string): { id: string; name: string } {
  return { id, name: app.organisation.findDepartment(id)?.name ?? id };
}

function sourceName(loaded: LoadedPack, key: string): Text {
  const found = loaded.pack.dispatch?.sources.find((entry) => entry.key === key);
  return found?.name ?? { 'zh-CN': key, en: key };
}

function categoryName(
  loaded: LoadedPack,
  file: Pick<DispatchState, 'category' | 'subcategory'>,
): Text | null {
  const { dispatch } = loaded.pack;
  if (dispatch === undefined) return null;
  const { category, subcategory } = categoryOf(dispatch, file.subcategory ?? file.category);
  if (category === undefined) return null;
  if (subcategory === undefined) return category.name;
  return {
    'zh-CN': `${category.name['zh-CN']} / ${subcategory.name['zh-CN']}`,
    en: `${category.name.en} / ${subcategory.name.en}`,
  };
}
