import { Button } from 'antd';
import { findDepartmentVariables } from '../bpmn/findVariables.ts';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import { assignTask, chooseForm, describeTask } from '../bpmn/taskEdits.ts';
import { useDesigning } from '../DesignerContext.ts';
import { readAssignment, roles } from '../model/candidateGroup.ts';
import { PartRules } from '../rules/PartRules.tsx';
import { rulesTexts } from '../rules/rulesTexts.ts';
import { CheckInput } from './CheckInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { FourEyesInput } from './FourEyesInput.tsx';
import { formTitle } from './formTitle.ts';
import { LateNote } from './LateNote.tsx';
import { LimitInput } from './LimitInput.tsx';
import { MultiplePanel } from './MultiplePanel.tsx';
import { OutcomeList } from './OutcomeList.tsx';
import { panelTexts } from './panelTexts.ts';
import { SamePersonInput } from './SamePersonInput.tsx';
import { TextInput } from './TextInput.tsx';

/** What a step may have beside what is asked of every step. */
const stepParts = [
  'transferTo',
  'variables',
  'prefill',
  'outcomeField',
  'effects',
  'escalate',
  'officers',
  'panel',
] as const;

/** Who does a task, with which form, within which limit, with which outcomes. Writes both the diagram and pack.yaml. */
export function TaskPanel({ task }: { readonly task: BpmnElement }) {
  const { editor, manifest, files, texts, locale, readOnly } = useDesigning();
  const words = panelTexts[locale];
  const step = manifest.steps?.[task.id];
  const groups = attribute(task, 'camunda:candidateGroups');
  const assignment = readAssignment(groups);
  const departments = findDepartmentVariables(editor.service('elementRegistry'), locale);
  const forms = [...files.keys()].filter((path) => path.startsWith('forms/'));
  const assign = (departmentVariable: string, role: string) =>
    assignTask(editor, task, { departmentVariable, role });
  return (
    <>
      {groups !== '' && assignment === null ? (
        <TextInput
          label={texts.whoOther}
          value={groups}
          onCommit={(value) => editor.setAttributes(task, { 'camunda:candidateGroups': value })}
        />
      ) : (
        <div className="owd-pair">
          <ChoiceInput
            label={texts.whoDepartment}
            value={assignment?.departmentVariable ?? ''}
            choices={departments.map(({ name, label }) => ({ value: name, label }))}
            onChange={(name) => assign(name, assignment?.role ?? step?.role ?? 'approver')}
          />
          <ChoiceInput
            label={texts.whoRole}
            value={assignment?.role ?? ''}
            choices={roles.map((role) => ({ value: role, label: texts.roles[role] ?? role }))}
            onChange={(role) => assign(assignment?.departmentVariable ?? 'department', role)}
          />
        </div>
      )}
      {step !== undefined && <SamePersonInput task={task} />}
      <ChoiceInput
        label={texts.form}
        value={attribute(task, 'camunda:formKey')}
        empty={texts.noForm}
        choices={forms.map((path) => ({
          value: path,
          label: formTitle(files.get(path) ?? '', path, locale),
        }))}
        onChange={(form) => chooseForm(editor, task, form)}
      />
      {step === undefined ? (
        <div className="owd-note">
          <p>{texts.noStep}</p>
          <Button onClick={() => describeTask(editor, task)} disabled={readOnly}>
            {texts.addStep}
          </Button>
        </div>
      ) : (
        <>
          <LimitInput
            label={texts.limit}
            value={step.limit}
            onChange={(limit) => editor.setManifest(['steps', task.id, 'limit'], limit)}
          />
          <ChoiceInput
            label={words.level}
            value={step.level ?? ''}
            empty={words.noLevel}
            choices={Object.entries(texts.levels).map(([value, label]) => ({ value, label }))}
            onChange={(level) =>
              editor.setManifest(['steps', task.id, 'level'], level === '' ? undefined : level)
            }
          />
          <FourEyesInput task={task} />
          <MultiplePanel task={task} />
          <OutcomeList stepKey={task.id} outcomes={step.outcomes ?? []} />
          <CheckInput
            label={texts.decision}
            checked={step.decision === true}
            onChange={(on) => editor.setManifest(['steps', task.id, 'decision'], on ? true : undefined)}
          />
          <CheckInput
            label={texts.batch}
            checked={step.batch === true}
            onChange={(on) => editor.setManifest(['steps', task.id, 'batch'], on ? true : undefined)}
          />
          <LateNote stepKey={task.id} />
          <PartRules
            key={task.id}
            title={rulesTexts[locale].stepRules}
            path={['steps', task.id]}
            parts={step.batch === true ? [...stepParts, 'batchList'] : stepParts}
          />
        </>
      )}
    </>
  );
}
