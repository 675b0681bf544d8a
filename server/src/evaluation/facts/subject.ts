import type { AppContext } from '../../app/appContext.ts';
import type { FactSet } from '../scoring/facts.ts';

/** Who is evaluated, with what counts for and against. */
export interface Subject {
  subjectId: string;
  name: string;
  departmentId: string;
  group: string;
  facts: FactSet;
}

/** Between the person and an earlier department. */
const mark = '@';

/** A person as they are evaluated for an earlier department; for the present one by the id of the account. */
export function subjectIdOf(personId: string, departmentId: string): string {
  return `${personId}${mark}${departmentId}`;
}

/** The account behind a subject. */
export function personOf(subjectId: string): string {
  return subjectId.split(mark, 1)[0] ?? subjectId;
}

/** Whom to look at; left out: everybody. */
export interface Only {
  departmentIds?: readonly string[];
  personId?: string;
}

/** Departments of the organisation that are asked for. */
export function departmentIdsOf(app: AppContext, { departmentIds }: Only): string[] {
  return [...(departmentIds ?? app.organisation.departments().map(({ departmentId }) => departmentId))];
}
