import type { Visit, Way } from '@onewindow/processes';
import { caseOf, type Run } from './run.ts';
import { casesOf } from './themeActs.ts';

/**
 * The way of the scenario for the coverage: what its case passed of the process and matched of the decision tables; for a
 * theme the items that were taken up, in the order in which they were.
 */
export async function readWay(run: Run): Promise<Way> {
  if (run.loaded.pack.theme === undefined)
    return { visits: await readVisits(run), rules: await readRules(run) };
  const [, ...items] = await casesOf(run);
  const visits = items
    .filter(({ receivedAt }) => receivedAt !== undefined)
    .sort((a, b) => (a.receivedAt?.getTime() ?? 0) - (b.receivedAt?.getTime() ?? 0))
    .map(({ packCode, state }) => ({ activityId: packCode, left: state !== 'received' }));
  return { visits, rules: [] };
}

async function readRules(run: Run): Promise<Way['rules']> {
  const processInstanceId = await instanceOf(run);
  if (processInstanceId === undefined) return [];
  const decisions = await run.stage.app.engine.listHistoricDecisions({ processInstanceId });
  return decisions.flatMap(({ decisionDefinitionKey: decision, outputs }) =>
    outputs.map(({ ruleId: rule }) => ({ decision, rule })),
  );
}

async function instanceOf(run: Run): Promise<string | undefined> {
  return run.caseId === undefined ? undefined : (await caseOf(run)).engine.processInstanceId;
}

/** What the engine recorded of the way of the case, in the order in which it came there. */
export async function readVisits(run: Run): Promise<(Visit & { readonly type: string })[]> {
  const processInstanceId = await instanceOf(run);
  if (processInstanceId === undefined) return [];
  const activities = await run.stage.app.engine.listHistoricActivities({ processInstanceId });
  return activities.map(({ activityId, activityType, endTime, canceled }) => ({
    activityId,
    type: activityType,
    left: endTime !== null && !canceled,
  }));
}
