import { shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { Expectation, OpenTask } from '@onewindow/processes';
import type { Json } from '../client/apiClient.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import { checkFile } from './checkFile.ts';
import { failure, type Place } from './failure.ts';
import { matchValue } from './matchValue.ts';
import { absent, compare, present } from './noteDifferences.ts';
import { readDocuments, readList, readNotices } from './readOutcome.ts';
import { readVisits } from './readPath.ts';
import { caseOf, type Run } from './run.ts';
import { openTasks } from './taskActs.ts';
import { viewerOf } from './viewer.ts';

type Check<K extends keyof Expectation> = (
  run: Run,
  expected: NonNullable<Expectation[K]>,
  path: Place,
) => Promise<void>;

/** Compares everything that is expected with what is there and notes each difference at its place. */
export async function checkExpectation(run: Run, expectation: Expectation, path: Place): Promise<void> {
  for (const key of Object.keys(checks) as (keyof Expectation)[]) {
    const expected = expectation[key];
    if (expected !== undefined) await (checks[key] as Check<typeof key>)(run, expected, [...path, key]);
  }
}

/** Compares the open tasks. */
export async function checkTasks(run: Run, expected: readonly OpenTask[], path: Place): Promise<void> {
  const open = (await openTasks(run)).map(({ stepKey: step, departmentId: department, role }) => ({
    step,
    department,
    role,
  }));
  const named = (task: OpenTask) => (typeof task === 'string' ? { step: task } : task);
  const left = [...open];
  for (const [at, task] of expected.entries()) {
    const found = left.findIndex((one) => matchValue(named(task), one).length === 0);
    if (found === -1) run.fail([...path, at], failure('missing', { expected: named(task), actual: open }));
    else left.splice(found, 1);
  }
  for (const task of left) run.fail(path, failure('unwanted', { expected: task }));
}

const view = async (run: Run): Promise<Json> => (await viewerOf(run)).get(`/cases/${run.caseId}`);

const checks: { [K in keyof Expectation]-?: Check<K> } = {
  state: async (run, expected, path) => compare(run, expected, (await view(run))['state'], path),
  process: async (run, expected, path) => compare(run, expected, (await view(run))['engineState'], path),
  tasks: checkTasks,
  clocks: async (run, expected, path) => {
    const clocks = await readList(run, 'clocks');
    for (const [kind, one] of Object.entries(expected)) {
      const clock = clocks.findLast((entry) => entry['kind'] === kind);
      if (one === 'none' || clock === undefined) {
        if (one === 'none' ? clock !== undefined : true)
          compare(run, one, clock === undefined ? 'none' : { due: clock['dueDay'] }, [...path, kind]);
        continue;
      }
      const { due, startedOn, pauses, ...rest } = one;
      const at = [...path, kind];
      if (due !== undefined) compare(run, due, localLike(due, clock['dueAt']), [...at, 'due']);
      if (startedOn !== undefined)
        compare(run, startedOn, localLike(startedOn, clock['startAt']), [...at, 'startedOn']);
      if (pauses !== undefined)
        compare(run, pauses, (clock['pauses'] as unknown[]).length, [...at, 'pauses']);
      compare(run, rest, clock, at);
    }
  },
  documents: async (run, expected, path) => {
    const left = await readDocuments(run);
    const all = left.map(({ kind, number }) => `${kind} ${number}`);
    for (const [at, one] of expected.entries()) {
      const wanted = typeof one === 'string' ? { kind: one } : one;
      const ofKind = left.filter(({ kind }) => kind === wanted.kind);
      const found = ofKind.find((entry) => matchValue(wanted, entry).length === 0);
      if (found !== undefined) left.splice(left.indexOf(found), 1);
      else if (ofKind[0] !== undefined) compare(run, wanted, ofKind[0], [...path, at]);
      else run.fail([...path, at], failure('missing', { expected: wanted, actual: all }));
    }
  },
  noDocuments: async (run, expected, path) =>
    absent(
      run,
      expected,
      (await readDocuments(run)).map(({ kind }) => kind),
      path,
    ),
  decision: async (run, expected, path) =>
    compare(run, expected, ((await view(run))['decision'] as Json | null)?.['kind'] ?? 'none', path),
  license: async (run, expected, path) => {
    const { app } = run.stage;
    const licenses = await app.models.licenses.find({ tenant: app.tenant, caseId: run.caseId ?? '' }).lean();
    const license = licenses.sort((a, b) => a.versionNo - b.versionNo).at(-1);
    if (expected === 'none' || license === undefined)
      return compare(run, expected, license === undefined ? 'none' : license.licenseNo, path);
    const { fields } = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
    const { licenseNo: number, versionNo: version, validTo = 'none', validFrom, type, state } = license;
    compare(run, expected, { number, version, validTo, validFrom, type, state, fields }, path);
  },
  licenses: async (run, expected, path) => {
    const { app } = run.stage;
    for (const [key, state] of Object.entries(expected)) {
      const license = await app.models.licenses.findOne({ _id: run.licenses.get(key) ?? '' }).lean();
      compare(run, state, license?.state, [...path, key]);
    }
  },
  commitment: async (run, expected, path) =>
    compare(run, expected, (await caseOf(run)).commitment?.state ?? 'none', path),
  annulled: async (run, expected, path) =>
    compare(run, expected, (await caseOf(run)).decision?.annulled !== undefined, path),
  dispatch: checkFile,
  notices: async (run, expected, path) => present(run, expected, await readNotices(run), path),
  noNotices: async (run, expected, path) => absent(run, expected, await readNotices(run), path),
  alerts: async (run, expected, path) => {
    const { app } = run.stage;
    const alerts = await app.models.alerts.find({ tenant: app.tenant, caseId: run.caseId ?? '' }).lean();
    present(
      run,
      expected,
      alerts.map(({ stepKey }) => stepKey),
      path,
    );
  },
  findings: async (run, expected, path) => {
    const { app } = run.stage;
    const findings = await app.models.findings.find({ tenant: app.tenant, caseId: run.caseId ?? '' }).lean();
    present(
      run,
      expected,
      findings.map(({ kind }) => kind),
      path,
    );
  },
  events: async (run, expected, path) => {
    const happened = (await readList(run, 'events')).map(({ type }) => String(type));
    let from = 0;
    for (const [at, type] of expected.entries()) {
      const found = happened.indexOf(type, from);
      if (found === -1)
        run.fail([...path, at], failure('missing', { expected: type, actual: happened.slice(from) }));
      else from = found + 1;
    }
  },
  variables: async (run, expected, path) => {
    const { app } = run.stage;
    const { processInstanceId } = (await caseOf(run)).engine;
    const variables = await app.engine.listHistoricVariables({ processInstanceId: processInstanceId ?? '' });
    compare(run, expected, Object.fromEntries(variables.map(({ name, value }) => [name, value])), path);
  },
  path: async (run, expected, path) => {
    const passed = (await readVisits(run))
      .filter(({ type }) => !/gateway$|^multiInstanceBody$/i.test(type))
      .map(({ activityId }) => activityId);
    let from = 0;
    for (const [at, entry] of expected.entries()) {
      const wanted = [entry].flat();
      const actual = passed.slice(from, from + wanted.length);
      from += wanted.length;
      if ([...wanted].sort().join() === [...actual].sort().join()) continue;
      run.fail(
        [...path, at],
        failure('different', { expected: entry, actual: passed.slice(from - wanted.length) }),
      );
      return;
    }
    if (from < passed.length) run.fail(path, failure('unwanted', { expected: passed.slice(from) }));
  },
};

/** An instant written as exactly as the expectation is: as a day or as a minute in Shanghai. */
function localLike(expected: string, instant: unknown): string {
  const at = new Date(String(instant));
  return expected.includes(' ') ? shanghaiTime(at) : shanghaiDay(at);
}
