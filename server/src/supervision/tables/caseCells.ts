import { shanghaiTime } from '@onewindow/clocks';
import caseTexts from '../../../data/caseColumns.json' with { type: 'json' };
import taskTexts from '../../../data/taskColumns.json' with { type: 'json' };
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { caseSummary } from '../../cases/viewCase.ts';
import type { Locale, Text } from '../../errors/appError.ts';
import type { TableCell } from '../../tables/writeTable.ts';

const columns = caseTexts.columns;
const states = caseTexts.states as Record<string, Text>;
const lights = taskTexts.lights as Record<string, Text>;

/** What a list of cases is called as a file. */
export const caseListName = (locale: Locale): string => caseTexts.file[locale];

export const caseHeadings = (locale: Locale): string[] =>
  Object.values(columns).map((column) => column[locale]);

/** A case in the columns of a list, as on the screen; the applicant's name is covered. Instants are those of Shanghai, to the minute. */
export function caseCells(app: AppContext, subject: CaseDocument, locale: Locale): TableCell[] {
  const { caseNo, itemName, applicantName, department, state, light, dueAt, remaining } = caseSummary(
    app,
    subject,
  );
  const minute = (at: Date | string | null | undefined) => (at == null ? '' : shanghaiTime(new Date(at)));
  const cells: Record<keyof typeof columns, TableCell> = {
    number: caseNo ?? '',
    item: itemName[locale],
    applicant: applicantName,
    department: department.name,
    state: states[state]?.[locale] ?? state,
    light: lights[light ?? 'none']?.[locale] ?? '',
    due: minute(dueAt),
    remaining: remaining?.workdays ?? null,
    received: minute(subject.receivedAt),
    accepted: minute(subject.acceptedAt),
    decided: minute(subject.decision?.at),
  };
  return (Object.keys(columns) as (keyof typeof columns)[]).map((column) => cells[column]);
}
