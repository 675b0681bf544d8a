import { type BpmnFile, readBpmn } from '../bpmn/readBpmn.ts';
import { type Decision, readDmn } from '../dmn/readDmn.ts';
import { PackError } from '../pack/PackError.ts';
import { MANIFEST, type PackFiles, PROCESS, pathsUnder } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { type Finding, finding } from './Finding.ts';
import type { LintContext, ManifestUnderLint, PackUnderLint } from './LintContext.ts';
import { lintAutomaticTasks } from './lintAutomaticTasks.ts';
import { lintBindings } from './lintBindings.ts';
import { lintConditions } from './lintConditions.ts';
import { lintDecisionRows } from './lintDecisionRows.ts';
import { lintDecisions } from './lintDecisions.ts';
import { lintDispatch } from './lintDispatch.ts';
import { lintExpressions } from './lintExpressions.ts';
import { lintFees } from './lintFees.ts';
import { lintFiles } from './lintFiles.ts';
import { lintForms } from './lintForms.ts';
import { lintGateways } from './lintGateways.ts';
import { lintLicense } from './lintLicense.ts';
import { lintLifeEvents } from './lintLifeEvents.ts';
import { lintManifest } from './lintManifest.ts';
import { lintOperations } from './lintOperations.ts';
import { lintPayment } from './lintPayment.ts';
import { lintProcedures } from './lintProcedures.ts';
import { lintProcess } from './lintProcess.ts';
import { lintQuestions } from './lintQuestions.ts';
import { lintReferences } from './lintReferences.ts';
import { lintFormSafety, lintNoCode } from './lintSafety.ts';
import { lintSamePerson } from './lintSamePerson.ts';
import { lintScenarios } from './lintScenarios.ts';
import { lintSituations } from './lintSituations.ts';
import { lintTexts } from './lintTexts.ts';
import { lintTheme } from './lintTheme.ts';
import { lintThemeFiles } from './lintThemeFiles.ts';
import { lintUserTasks } from './lintUserTasks.ts';
import { manifestProblems } from './manifestProblems.ts';
import { Readings } from './Readings.ts';
import { type PackForm, readForm } from './readForm.ts';
import { runBpmnlint } from './runBpmnlint.ts';

/** Rules about the manifest, which need no process. */
const manifestRules = [
  lintManifest,
  lintConditions,
  lintLifeEvents,
  lintQuestions,
  lintSituations,
  lintReferences,
  lintProcedures,
  lintFees,
  lintPayment,
  lintTheme,
  lintDispatch,
];

const rules = [
  lintFiles,
  lintOperations,
  lintProcess,
  lintUserTasks,
  lintExpressions,
  lintGateways,
  lintAutomaticTasks,
  lintDecisions,
  lintDecisionRows,
  lintForms,
  lintBindings,
  lintTexts,
  lintLicense,
  lintSamePerson,
  lintScenarios,
];

/**
 * Everything wrong with a pack as a whole, errors first. A pack with an error is not published. Where a file
 * cannot be read at all, the rules that need it are left out. Never throws for what a pack holds.
 */
export async function lintPack(files: PackFiles, given: LintContext): Promise<Finding[]> {
  const readings = given.readings ?? new Readings();
  const context = { ...given, readings };
  const found: Finding[] = lintNoCode(files, context);
  const { manifest, problems } = readings.of(MANIFEST, files[MANIFEST] ?? '', () => readManifest(files));
  found.push(...problems);
  // A theme has no process of its own: its items have theirs.
  const theme = manifest?.kind === 'theme' && files[PROCESS] === undefined;
  const { bpmn, faults } = theme
    ? nothing
    : await readings.of(PROCESS, files[PROCESS] ?? '', () => readProcess(files));
  found.push(...faults);
  const decisions = await readDecisions(files, readings, found);
  const forms = readForms(files, readings, found);
  for (const { path, definition } of forms.values())
    found.push(
      ...(await readings.of(`safety ${path}`, files[path] ?? '', () => lintFormSafety(path, definition))),
    );
  const process = bpmn?.processes[0];
  if (bpmn && bpmn.processes.length !== 1) {
    found.push(finding('processCount', { file: PROCESS }, { count: bpmn.processes.length }));
  }
  if (bpmn)
    found.push(...(await readings.of('bpmnlint', files[PROCESS] ?? '', () => runBpmnlint(PROCESS, bpmn))));
  if (manifest) {
    const pack: ManifestUnderLint = { files, context, manifest, decisions, forms, process };
    for (const rule of theme ? [...manifestRules, lintThemeFiles, lintScenarios] : manifestRules)
      found.push(...rule(pack));
  }
  if (manifest && bpmn && process) {
    const pack: PackUnderLint = { files, context, manifest, bpmn, process, decisions, forms };
    for (const rule of rules) found.push(...rule(pack));
  }
  return [...found.filter(isError), ...found.filter((entry) => !isError(entry))];
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

interface ReadManifest {
  readonly manifest: PackManifest | null;
  readonly problems: readonly Finding[];
}

function readManifest(files: PackFiles): ReadManifest {
  try {
    return { manifest: parsePack(files), problems: [] };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { manifest: null, problems: manifestProblems(error) };
  }
}

interface ReadProcess {
  readonly bpmn: BpmnFile | null;
  readonly faults: readonly Finding[];
}

const nothing: ReadProcess = { bpmn: null, faults: [] };

async function readProcess(files: PackFiles): Promise<ReadProcess> {
  const xml = files[PROCESS];
  if (xml === undefined)
    return { bpmn: null, faults: [finding('fileMissing', { file: PROCESS }, { name: PROCESS })] };
  try {
    const bpmn = await readBpmn(xml);
    const faults = bpmn.warnings.map(({ message, element }) =>
      finding('bpmnUnresolved', { file: PROCESS, element: element ?? undefined }, { problem: message }),
    );
    return { bpmn, faults };
  } catch (error) {
    return {
      bpmn: null,
      faults: [finding('bpmnUnreadable', { file: PROCESS }, { problem: messageOf(error) })],
    };
  }
}

async function readDecisions(files: PackFiles, readings: Readings, found: Finding[]): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (const path of Object.keys(files)
    .filter((name) => name.endsWith('.dmn'))
    .sort()) {
    const text = files[path] ?? '';
    try {
      decisions.push(...(await readings.of(path, text, () => readDmn(path, text))));
    } catch (error) {
      found.push(finding('dmnUnreadable', { file: path }, { problem: messageOf(error) }));
    }
  }
  return decisions;
}

function readForms(files: PackFiles, readings: Readings, found: Finding[]): Map<string, PackForm> {
  const forms = new Map<string, PackForm>();
  for (const path of pathsUnder(files, 'forms')) {
    const text = files[path] ?? '';
    try {
      forms.set(
        path,
        readings.of(path, text, () => readForm(path, text)),
      );
    } catch (error) {
      found.push(finding('formUnreadable', { file: path }, { problem: messageOf(error) }));
    }
  }
  return forms;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
