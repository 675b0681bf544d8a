import { readAssignment, writeAssignment } from '../model/candidateGroup.ts';
import type { BpmnElement } from './modelerTypes.ts';
import { attribute, type PackEditor } from './PackEditor.ts';

/** The way out that a new step starts with, until its designer says which there are. */
export const firstOutcome = {
  key: 'done',
  name: { 'zh-CN': '办理完成', en: 'Done' },
  kind: 'forward',
} as const;

/** Says which department and role do a task: in the diagram and, where it has a step, in pack.yaml. */
export function assignTask(
  editor: PackEditor,
  task: BpmnElement,
  { departmentVariable, role }: { departmentVariable: string; role: string },
  said?: string,
): void {
  const step = editor.manifest.steps?.[task.id];
  editor.together(() => {
    editor.setAttributes(task, { 'camunda:candidateGroups': writeAssignment({ departmentVariable, role }) });
    if (step !== undefined && step.role !== role) editor.setManifest(['steps', task.id, 'role'], role);
  }, said);
}

/** Says which form a task uses, in the diagram and in pack.yaml. */
export function chooseForm(editor: PackEditor, task: BpmnElement, form: string, said?: string): void {
  const step = editor.manifest.steps?.[task.id];
  editor.together(() => {
    editor.setAttributes(task, { 'camunda:formKey': form });
    if (step !== undefined) editor.setManifest(['steps', task.id, 'form'], form);
  }, said);
}

/** Sets the limit of a task (`3 workday`); a task without a step gets one. */
export function setTaskLimit(editor: PackEditor, task: BpmnElement, limit: string, said?: string): void {
  editor.together(() => {
    if (editor.manifest.steps?.[task.id] === undefined) describeTask(editor, task);
    editor.setManifest(['steps', task.id, 'limit'], limit);
  }, said);
}

/** Gives a task its entry in pack.yaml, from what the diagram says about it. */
export function describeTask(editor: PackEditor, task: BpmnElement): void {
  const name = attribute(task, 'name') || task.id;
  const [form] = [...editor.files.keys()].filter((path) => path.startsWith('forms/'));
  editor.setManifest(['steps', task.id], {
    name: { 'zh-CN': name, en: name },
    form: attribute(task, 'camunda:formKey') || (form ?? 'forms/step.json'),
    role: readAssignment(attribute(task, 'camunda:candidateGroups'))?.role ?? 'approver',
    limit: '3 workday',
    outcomes: [firstOutcome],
  });
}
