import { readBpmn } from '../bpmn/readBpmn.ts';
import { type Decision, readDmn } from '../dmn/readDmn.ts';
import { PackError } from '../pack/PackError.ts';
import { type PackFiles, PROCESS, pathsUnder } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
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
import { lintScenarios } from './lintScenarios.ts';
import { lintSituations } from './lintSituations.ts';
import { lintTexts } from './lintTexts.ts';
import { lintTheme } from './lintTheme.ts';
import { lintThemeFiles } from './lintThemeFiles.ts';
import { lintUserTasks } from './lintUserTasks.ts';
import { manifestProblems } from './manifestProblems.ts';
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
  lintScenarios,
];

/**
 * Everything wrong with a pack as a whole, errors first. A pack with an error is not published. Where a file
 * cannot be read at all, the rules that need it are left out. Never throws for what a pack holds.
 */
export async function lintPack(files: PackFiles, context: LintContext): Promise<Finding[]> {
  const found: Finding[] = lintNoCode(files, context);
  const manifest = attempt(() => parsePack(files), found);
  // A theme has no process of its own: its items have theirs.
  const theme = manifest?.kind === 'theme' && files[PROCESS] === undefined;
  const bpmn = theme ? null : await readProcessFile(files, found);
  const decisions = await readDecisions(files, found);
  const forms = readForms(files, found);
  found.push(...lintFormSafety(forms));
  const process = bpmn?.processes[0];
  if (bpmn && bpmn.processes.length !== 1) {
    found.push(finding('processCount', { file: PROCESS }, { count: bpmn.processes.length }));
  }
  if (bpmn) found.push(...(await runBpmnlint(PROCESS, bpmn)));
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

function attempt<T>(read: () => T, found: Finding[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    found.push(...manifestProblems(error));
    return null;
  }
}

async function readProcessFile(files: PackFiles, found: Finding[]) {
  const xml = files[PROCESS];
  if (xml === undefined) {
    found.push(finding('fileMissing', { file: PROCESS }, { name: PROCESS }));
    return null;
  }
  try {
    const bpmn = await readBpmn(xml);
    for (const { message, element } of bpmn.warnings) {
      found.push(
        finding('bpmnUnresolved', { file: PROCESS, element: element ?? undefined }, { problem: message }),
      );
    }
    return bpmn;
  } catch (error) {
    found.push(finding('bpmnUnreadable', { file: PROCESS }, { problem: messageOf(error) }));
    return null;
  }
}

async function readDecisions(files: PackFiles, found: Finding[]): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (const path of Object.keys(files)
    .filter((name) => name.endsWith('.dmn'))
    .sort()) {
    try {
      decisions.push(...(await readDmn(path, files[path] ?? '')));
    } catch (error) {
      found.push(finding('dmnUnreadable', { file: path }, { problem: messageOf(error) }));
    }
  }
  return decisions;
}

function readForms(files: PackFiles, found: Finding[]): Map<string, PackForm> {
  const forms = new Map<string, PackForm>();
  for (const path of pathsUnder(files, 'forms')) {
    try {
      forms.set(path, readForm(path, files[path] ?? ''));
    } catch (error) {
      found.push(finding('formUnreadable', { file: path }, { problem: messageOf(error) }));
    }
  }
  return forms;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
