import { MANIFEST, pathsUnder } from '../pack/packFiles.ts';
import type { Act } from '../scenario/actSchema.ts';
import type { Expectation, OpenTask } from '../scenario/expectationSchema.ts';
import { GIVEN, type ReadScenarios, readScenarios, type ScenarioFile } from '../scenario/readScenarios.ts';
import { type Finding, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { type Add, lintScenarioKind, type Place } from './lintScenarioKind.ts';
import { Readings } from './Readings.ts';
import { unknownFields } from './unknownFields.ts';

/** Scenarios can be read, and what they name exists. */
export function lintScenarios(pack: ManifestUnderLint): Finding[] {
  const { scenarios, problems, unknownGiven, unusedGiven } = readAll(pack);
  return [
    ...problems.map(({ file, path, line, zh, en }) => {
      const say = (problem: string) => finding('scenarioInvalid', { file, path }, { line, path, problem });
      return { ...say(zh), en: say(en).en };
    }),
    ...unknownGiven.map(({ file, name, line }) => finding('scenarioGivenUnknown', { file }, { name, line })),
    ...unusedGiven.map((name) => finding('scenarioGivenUnused', { file: GIVEN }, { name })),
    ...scenarios.flatMap((file) => lintScenario(pack, file)),
  ];
}

function readAll({ files, context }: ManifestUnderLint): ReadScenarios {
  const texts = pathsUnder(files, 'scenarios').map((path) => [path, files[path]]);
  const readings = context.readings ?? new Readings();
  return readings.of('scenarios', JSON.stringify(texts), () => readScenarios(files));
}

function lintScenario(pack: ManifestUnderLint, { file, scenario, lineOf }: ScenarioFile): Finding[] {
  const { manifest, context, process } = pack;
  const found: Finding[] = [];
  const add: Add = (code, path, params) => {
    found.push(finding(code, { file, path: path.join('.') }, { line: lineOf(path), ...params }));
  };
  const operation = manifest.operations.find(({ key }) => key === scenario.operation);
  if (!operation) add('scenarioOperationUnknown', ['operation'], { name: scenario.operation });
  const department = (id: string | undefined, path: Place) => {
    if (id !== undefined && !context.departments.includes(id))
      add('scenarioDepartmentUnknown', path, { name: id });
  };
  department(scenario.window, ['window']);
  department(scenario.area?.town, ['area', 'town']);
  department(scenario.area?.village, ['area', 'village']);
  const license = (key: string | undefined, path: Place) => {
    if (key !== undefined && !Object.hasOwn(scenario.licenses ?? {}, key))
      add('scenarioLicenseUnknown', path, { name: key });
  };
  license(scenario.license, ['license']);
  for (const [material, key] of Object.entries(scenario.materials.held))
    license(key, ['materials', 'held', material]);
  const materials = (list: 'all' | readonly string[] | undefined, path: Place) => {
    if (list === undefined || list === 'all') return;
    for (const [at, name] of list.entries())
      if (!manifest.materials.some(({ key }) => key === name))
        add('scenarioMaterialUnknown', [...path, at], { name });
  };
  materials(scenario.materials.provide, ['materials', 'provide']);
  const form = (data: unknown, path: Place, name: string | undefined) => {
    const known = name === undefined ? undefined : pack.forms.get(name);
    if (known === undefined) return;
    for (const field of unknownFields(data, known))
      add('scenarioFieldUnknown', [...path, ...field], { field: field.join('/'), form: known.path });
  };
  const step = (name: string, path: Place, item: string | undefined) => {
    const known =
      item === undefined ? Object.keys(manifest.steps) : (context.packs?.get(item)?.steps ?? [name]);
    if (!known.includes(name)) add('scenarioStepUnknown', path, { name });
  };
  const tasks = (list: readonly OpenTask[] | undefined, path: Place, item: string | undefined) => {
    for (const [at, task] of (list ?? []).entries()) {
      step(typeof task === 'string' ? task : task.step, [...path, at], item);
      if (typeof task !== 'string') department(task.department, [...path, at, 'department']);
    }
  };
  const expectation = (expected: Expectation | undefined, path: Place, item?: string) => {
    tasks(expected?.tasks, [...path, 'tasks'], item);
    for (const unit of ['unit', 'firstUnit'] as const)
      department(expected?.dispatch?.[unit], [...path, 'dispatch', unit]);
    // What an item's process and notices are called, its own pack says.
    if (item !== undefined) return;
    for (const key of Object.keys(expected?.licenses ?? {})) license(key, [...path, 'licenses', key]);
    for (const [at, entry] of (expected?.path ?? []).entries())
      for (const id of [entry].flat())
        if (process && !process.nodes.has(id))
          add('scenarioActivityUnknown', [...path, 'path', at], { name: id });
    for (const list of ['notices', 'noNotices'] as const)
      for (const [at, name] of (expected?.[list] ?? []).entries())
        if (pack.files[`notices/${name}.yaml`] === undefined)
          add('scenarioNoticeUnknown', [...path, list, at], { name });
  };
  const lintAct = (act: Act, path: Place) => {
    tasks(act.next, [...path, 'next'], act.item);
    expectation(act.expect, [...path, 'expect'], act.item);
    if (act.act === 'request') department(act.as.department, [...path, 'as', 'department']);
    if (act.act === 'complete') {
      step(act.step, [...path, 'step'], act.item);
      department(act.department, [...path, 'department']);
    }
    if (act.act === 'report') {
      department(act.place.town, [...path, 'place', 'town']);
      department(act.place.village, [...path, 'place', 'village']);
    }
    // What is to be refused may well be wrong; what is filled in for an item, its own pack says.
    if (act.refused !== undefined || act.item !== undefined) return;
    if (act.act === 'report') form(act.form, [...path, 'form'], operation?.intakeForm);
    if (act.act === 'recordVisit') form(act.form, [...path, 'form'], manifest.theme?.jointVisit?.form);
    if (act.act === 'complete') {
      const known = manifest.steps[act.step];
      form(act.form, [...path, 'form'], known?.form);
      if (known && !known.outcomes.some(({ key }) => key === act.outcome))
        add('scenarioOutcomeUnknown', [...path, 'outcome'], { name: act.outcome, step: act.step });
    }
    if (act.act === 'edit' || act.act === 'resubmit')
      form(act.form, [...path, 'form'], operation?.intakeForm);
    if (act.act === 'edit' || act.act === 'resubmit' || act.act === 'provide')
      materials(act.materials, [...path, 'materials']);
    if (act.act === 'refuseAcceptance' && manifest.refusalReasons.length > 0) {
      if (!manifest.refusalReasons.some(({ key }) => key === act.reasonKey))
        add('scenarioReasonUnknown', [...path, 'reasonKey'], { name: act.reasonKey, file: MANIFEST });
    }
  };
  lintScenarioKind(pack, scenario, add);
  const [first] = scenario.steps;
  if (first?.refused === undefined) form(scenario.form, ['form'], operation?.intakeForm);
  for (const [at, act] of scenario.steps.entries()) lintAct(act, ['steps', at]);
  expectation(scenario.expect, ['expect']);
  for (const [item, expected] of Object.entries(scenario.expectItems ?? {}))
    expectation(expected, ['expectItems', item], item);
  return found;
}
