import type { AppContext } from '../../app/appContext.ts';
import type { Span } from '../period.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';
import type { FactSet } from '../scoring/facts.ts';
import { collectDepartments } from './collectDepartments.ts';
import { collectGridWorkers } from './collectGridWorkers.ts';
import { collectOfficers } from './collectOfficers.ts';

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

/** The facts of a span as they are now, of everybody of the kind who has any. */
export async function collect(
  app: AppContext,
  kind: SchemeKind,
  span: Span,
  only: Only = {},
): Promise<Subject[]> {
  const collector = {
    department: collectDepartments,
    officer: collectOfficers,
    gridWorker: collectGridWorkers,
  }[kind];
  const subjects = await collector(app, span, only);
  return subjects.filter(({ facts }) => Object.values(facts).some((of) => of.length > 0));
}

/** Departments of the organisation that are asked for. */
export function departmentIdsOf(app: AppContext, { departmentIds }: Only): string[] {
  return [...(departmentIds ?? app.organisation.departments().map(({ departmentId }) => departmentId))];
}
