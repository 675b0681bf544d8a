import type { FlowNode } from '../bpmn/readBpmn.ts';
import { MANIFEST, PROCESS } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { nameOf } from './nameOf.ts';

/** Candidate groups are `tenant:department:role` built from variables, never a literal department. */
export const candidateGroupsPattern = /^\$\{tenant\}:\$\{([A-Za-z_][A-Za-z0-9_]*)\}:([A-Za-z][A-Za-z0-9]*)$/;

/** Every user task has form, candidate groups and limit (its entry under `steps`), and every entry its task. */
export function lintUserTasks(pack: PackUnderLint): Finding[] {
  const tasks = [...pack.process.nodes.values()].filter(({ type }) => type === 'UserTask');
  const ids = new Set(tasks.map(({ id }) => id));
  const orphans = Object.entries(pack.manifest.steps)
    .filter(([key]) => !ids.has(key))
    .map(([key]) => finding('stepWithoutTask', { file: MANIFEST, element: key }, { name: key }));
  return [...tasks.flatMap((task) => lintTask(task, pack)), ...orphans, ...lintDecisionSteps(pack)];
}

function lintTask(task: FlowNode, { manifest, context }: PackUnderLint): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, params: Record<string, string> = {}) =>
    found.push(finding(code, { file: PROCESS, element: task.id }, { name: nameOf(task), ...params }));
  const step = manifest.steps[task.id];
  const formKey = String(task.element.get('camunda:formKey') ?? '');
  const groups = String(task.element.get('camunda:candidateGroups') ?? '');
  const role = candidateGroupsPattern.exec(groups)?.[2];
  if (!step) add('stepMissing');
  if (!formKey) add('formMissing');
  else if (step && step.form !== formKey) add('formMismatch', { formKey, form: step.form });
  if (!role) add('candidateGroups', { groups });
  else if (step && step.role !== role) add('candidateRole', { found: role, role: step.role });
  if (step && !context.roles.includes(step.role)) add('roleUnknown', { role: step.role });
  return found;
}

/** Kinds of items that end with a decision. */
const decidedKinds = ['approval', 'registration', 'benefit', 'filing', 'confirmation'];

function lintDecisionSteps({ manifest }: PackUnderLint): Finding[] {
  const found: Finding[] = [];
  const steps = Object.entries(manifest.steps);
  if (decidedKinds.includes(manifest.kind) && !steps.some(([, { decision }]) => decision)) {
    found.push(finding('noDecisionStep', { file: MANIFEST }));
  }
  for (const [key, { decision, outcomes, name }] of steps) {
    const kinds = new Set(outcomes.map(({ kind }) => kind));
    const decides = kinds.has('grant') && kinds.has('refuse');
    const none = !kinds.has('grant') && !kinds.has('refuse');
    if (decision ? !decides : !none) {
      found.push(finding('decisionOutcomes', { file: MANIFEST, element: key }, { name: name['zh-CN'] }));
    }
    const keys = outcomes.map((outcome) => outcome.key);
    for (const twice of new Set(keys.filter((entry, index) => keys.indexOf(entry) !== index))) {
      found.push(
        finding('keyTwice', { file: MANIFEST, element: key }, { path: `steps.${key}.outcomes`, name: twice }),
      );
    }
  }
  return found;
}
