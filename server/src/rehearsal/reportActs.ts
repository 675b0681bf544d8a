import type { ActOf } from '@onewindow/processes';
import type { ApiClient } from '../client/apiClient.ts';
import { failure, type Place } from './failure.ts';
import { type Run, ScenarioOver } from './run.ts';
import { sampleFile } from './sampleFiles.ts';

/** The office that runs the dispatch: the department of the pack. */
export function officeOf(run: Run): string {
  return run.loaded.pack.department ?? run.stage.people.commonWindow();
}

/**
 * A report comes in: from a grid worker of the place where its source says so, else over the operator of the office. The
 * first makes the case file that the scenario follows. Throws ApiProblem when refused, ScenarioOver when it was merged
 * into a case file of another scenario.
 */
export async function takeReport(run: Run, act: ActOf<'report'>, path: Place): Promise<void> {
  const { packCode, dispatch } = run.loaded.pack;
  const channel = dispatch?.sources.find(({ key }) => key === act.source)?.channel;
  const { people } = run.stage;
  const reporter =
    channel === 'gridWorker'
      ? await people.of(act.place.village ?? act.place.town, 'gridWorker')
      : await people.of(officeOf(run), 'operator');
  const photoIds: string[] = [];
  for (const name of act.photos) photoIds.push(await uploadPhoto(reporter, packCode, name));
  const { source, place, form: formData, reporter: whoReported, duplicate } = act;
  const answer = await reporter.post('/dispatch/reports', {
    packCode,
    source,
    place,
    formData,
    photoIds,
    ...(whoReported === undefined ? {} : { reporter: whoReported }),
    ...(duplicate === undefined
      ? {}
      : { duplicate: duplicate === 'merge' ? { mergeInto: run.caseId ?? '' } : duplicate }),
  });
  if (run.caseId === undefined) run.caseId = String(answer['id']);
  else if (answer['id'] !== run.caseId) run.others.push(String(answer['id']));
  if (answer['merged'] !== true || duplicate === 'merge') return;
  run.fail([...path, 'duplicate'], failure('different', { expected: duplicate, actual: 'merged' }));
  if (run.others.length === 0) throw new ScenarioOver();
}

async function uploadPhoto(reporter: ApiClient, packCode: string, name: string): Promise<string> {
  const photo = await reporter.upload(`/dispatch/photos?packCode=${packCode}`, sampleFile(name));
  return String(photo['id']);
}
