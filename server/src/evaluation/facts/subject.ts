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

/** Whom to look at; left out: everybody. */
export interface Only {
  departmentIds?: readonly string[];
  personId?: string;
}

/** Departments of the organisation that are asked for. */
export function departmentIdsOf(app: AppContext, { departmentIds }: Only): string[] {
  return [...(departmentIds ?? app.organisation.departments().map(({ departmentId }) => departmentId))];
}
