import type { AppContext } from '../../app/appContext.ts';
import type { Span } from '../period.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';
import { collectDepartments } from './collectDepartments.ts';
import { collectGridWorkers } from './collectGridWorkers.ts';
import { collectOfficers } from './collectOfficers.ts';
import type { Only, Subject } from './subject.ts';

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
