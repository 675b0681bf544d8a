import type { ActOf } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { readItemCases } from '../themes/themeItems.ts';
import { failure, type Place } from './failure.ts';
import { instantOfLocal } from './localInstant.ts';
import { caseOf, type Run, ScenarioOver } from './run.ts';

/** The run as one item of the theme sees it. Throws ScenarioOver when the theme has no case of that item. */
export async function inItem(run: Run, item: string | undefined, path: Place): Promise<Run> {
  if (item === undefined) return run;
  const { app } = run.stage;
  const cases = run.caseId === undefined ? [] : await readItemCases(app, await caseOf(run));
  const subject = cases.find(({ packCode }) => packCode === item);
  if (subject === undefined) {
    run.fail(path, failure('itemUnknown', { item, known: cases.map(({ packCode }) => packCode) }));
    throw new ScenarioOver();
  }
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return { ...run, loaded, caseId: subject._id };
}

/** Every case of the scenario: the one that it follows, and those of its items where it is a theme. */
export async function casesOf(run: Run): Promise<CaseDocument[]> {
  if (run.caseId === undefined) return [];
  const own = await caseOf(run);
  return own.theme === undefined ? [own] : [own, ...(await readItemCases(run.stage.app, own))];
}

/** The coordinating department arranges the joint visit. Throws ApiProblem. */
export async function arrangeVisit(run: Run, act: ActOf<'arrangeVisit'>): Promise<void> {
  const visitor = await coordinatorOf(run);
  await visitor.put(`/cases/${run.caseId}/joint-visit`, {
    at: instantOfLocal(act.visitAt).toISOString(),
    place: act.place,
    note: act.note ?? '',
  });
}

/** It fills the common record of the visit in. Throws ApiProblem. */
export async function recordVisit(run: Run, act: ActOf<'recordVisit'>): Promise<void> {
  const visitor = await coordinatorOf(run);
  await visitor.put(`/cases/${run.caseId}/joint-visit/record`, { formData: act.form });
}

function coordinatorOf(run: Run): Promise<ApiClient> {
  const { theme, department } = run.loaded.pack;
  const { people } = run.stage;
  return people.of(theme?.jointVisit?.coordinator ?? department ?? people.commonWindow(), 'approver');
}
