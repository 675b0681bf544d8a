import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import { AppError } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import { listLetters } from '../letters.ts';
import { readReportFacts } from './createReport.ts';
import type { Figure } from './figures.ts';
import type { MonthlyReportDocument } from './model.ts';
import { linesBehind } from './reckonFigures.ts';
import { figuresOf } from './reckonTables.ts';
import { figureName, recordName } from './reportTexts.ts';
import { spanOfMonth } from './spanOfMonth.ts';

/** A supervisor sees every report, a head those of the own department. Throws AppError `notFound`. */
export async function readReport(app: AppContext, actor: Actor, id: string): Promise<MonthlyReportDocument> {
  const found = (await app.models.monthlyReports
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as MonthlyReportDocument | null;
  if (found === null) throw new AppError('notFound');
  if (!actor.roles.includes('supervisor') && found.departmentId !== actor.department.id)
    throw new AppError('notFound');
  return found;
}

/** Reports, latest first. */
export async function listReports(app: AppContext, actor: Actor) {
  const scope = actor.roles.includes('supervisor') ? {} : { departmentId: actor.department.id };
  const found = (await app.models.monthlyReports
    .find({ tenant: app.tenant, ...scope })
    .lean()) as MonthlyReportDocument[];
  return found
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map((report) => reportLine(app, report));
}

export function reportLine(app: AppContext, report: MonthlyReportDocument) {
  const { _id, month, departmentId, number, by, at } = report;
  return {
    ...{ id: _id, month, number, by: by.name, at: at.toISOString() },
    department: departmentId === '' ? null : departmentRef(app, departmentId),
    whole: spanOfMonth(month).to <= at,
  };
}

/** A report with its tables and its letter. */
export async function viewReport(app: AppContext, report: MonthlyReportDocument) {
  return {
    ...reportLine(app, report),
    tables: Object.entries(report.tables).map(([table, rows]) => ({
      table,
      figures: figuresOf[table as keyof typeof figuresOf].map((key) => ({ key, name: figureName(key) })),
      rows: rows.map(({ ref, name, level, limits, figures }) => ({
        ...{ ref, name, level: level ?? null, figures },
        limits: limits ?? null,
      })),
    })),
    letters: await listLetters(app, report._id),
  };
}

/** The lines behind a number, as they were when the report was made. Throws AppError `notFound`. */
export async function linesOfNumber(
  app: AppContext,
  report: MonthlyReportDocument,
  { ref, figure }: { ref: string; figure: Figure },
) {
  const table = ref.split('-')[0] as keyof typeof figuresOf;
  const row = report.tables[table]?.find((one) => one.ref === ref);
  if (row === undefined || !(figure in row.figures)) throw new AppError('notFound');
  const { cases, records } = linesBehind(await readReportFacts(app, report._id), row, figure);
  const name = (id: string) => departmentRef(app, id);
  return {
    cases: cases.map(({ caseId, caseNo, departmentId, packCode, received, accepted, decided }) => ({
      ...{ caseId, caseNo, department: name(departmentId), packCode },
      ...{ received: received ?? null, accepted: accepted ?? null, decided: decided?.day ?? null },
      onTime: decided?.onTime ?? null,
      workdays: decided?.workdays ?? null,
    })),
    records: records.map(({ id, kind, number, caseId, caseNo, departmentId, day, grade }) => ({
      ...{ id, kind, name: recordName(kind), number, caseId, caseNo, day },
      department: name(departmentId),
      grade: grade ?? null,
    })),
  };
}
