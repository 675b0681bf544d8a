import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { firstOutcome } from '../bpmn/taskEdits.ts';
import { writeAssignment } from '../model/candidateGroup.ts';
import type { NewShape } from './putIntoFlow.ts';

/** What is to be added; what a kind has no use for is left out. */
export interface NewStep {
  readonly type: string;
  readonly name: string;
  /** Name of the branch that a step on a way of its own begins with. */
  readonly question?: string;
  /** External task: what is done automatically. */
  readonly topic?: string;
  readonly departmentVariable?: string;
  readonly role?: string;
  readonly form?: string;
  /** `3 workday`. */
  readonly limit?: string;
}

/** A shape for it, not yet in the diagram. */
export function createStep(editor: PackEditor, step: NewStep): object & NewShape {
  const factory = editor.service('bpmnFactory');
  const { departmentVariable, role } = step;
  const properties = {
    ...(step.name === '' ? {} : { name: step.name }),
    ...(step.topic === undefined ? {} : { 'camunda:type': 'external', 'camunda:topic': step.topic }),
    ...(step.form === undefined ? {} : { 'camunda:formKey': step.form }),
    ...(departmentVariable === undefined || role === undefined
      ? {}
      : { 'camunda:candidateGroups': writeAssignment({ departmentVariable, role }) }),
  };
  const waits = step.type === 'bpmn:IntermediateCatchEvent';
  return editor.service('elementFactory').createShape({
    type: step.type,
    businessObject: factory.create(step.type, properties),
    ...(waits ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {}),
  });
}

/** Writes the entry of a step that a person does into pack.yaml. */
export function describeStep(editor: PackEditor, { id, type }: BpmnElement, step: NewStep): void {
  if (type !== 'bpmn:UserTask') return;
  editor.setManifest(['steps', id], {
    name: { 'zh-CN': step.name || id, en: step.name || id },
    form: step.form ?? '',
    role: step.role ?? 'approver',
    limit: step.limit ?? '3 workday',
    outcomes: [firstOutcome],
  });
}

/** Who, with which form and how long, until the designer says otherwise. */
export function personOf(editor: PackEditor): Omit<NewStep, 'type' | 'name'> {
  const [form] = [...editor.files.keys()].filter((path) => path.startsWith('forms/'));
  return {
    departmentVariable: 'department',
    role: 'approver',
    limit: '3 workday',
    ...(form === undefined ? {} : { form }),
  };
}
