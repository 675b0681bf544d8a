import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { findDepartmentVariables } from '../bpmn/findVariables.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import { assignTask, chooseForm, setTaskLimit } from '../bpmn/taskEdits.ts';
import { useDesigning } from '../DesignerContext.ts';
import { readAssignment, roles } from '../model/candidateGroup.ts';
import { type LimitUnit, limitUnits, readLimit, writeLimit } from '../model/limit.ts';
import { panelTexts } from '../panel/panelTexts.ts';
import { samePersonChoices, samePersonSentence } from '../panel/samePersonChoices.ts';
import { elementName } from './elementName.ts';
import type { Column } from './OutlineRowView.tsx';
import { outlineTexts } from './outlineTexts.ts';
import { titleOfForm } from './titleOfForm.ts';

interface CellEditorProps {
  readonly id: string;
  readonly column: Column;
  readonly onDone: () => void;
}

/** Edits one cell in place: Enter or leaving it writes, Escape leaves everything as it was. One step of undo. */
export function CellEditor({ id, column, onDone }: CellEditorProps) {
  const { editor, manifest, files, texts: all, locale } = useDesigning();
  const texts = outlineTexts[locale];
  const words = panelTexts[locale];
  const box = useRef<HTMLDivElement>(null);
  const element = editor.element(id);
  const assigned = readAssignment(element === undefined ? '' : attribute(element, 'camunda:candidateGroups'));
  const limit = readLimit(manifest.steps?.[id]?.limit);
  const [start] = useState(() => ({
    name: element === undefined ? '' : attribute(element, 'name'),
    department: assigned?.departmentVariable ?? 'department',
    role: assigned?.role ?? manifest.steps?.[id]?.role ?? 'approver',
    same: manifest.steps?.[id]?.samePersonAs ?? '',
    form: element === undefined ? '' : attribute(element, 'camunda:formKey'),
    amount: String(limit?.amount ?? 3),
    unit: limit?.unit ?? ('workday' as LimitUnit),
  }));
  const [draft, setDraft] = useState(start);
  const over = useRef(false);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, select');
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  if (element === undefined) return null;
  const name = elementName(element, all);
  const departments = findDepartmentVariables(editor.service('elementRegistry'), locale);
  const forms = [...files.keys()].filter((path) => path.startsWith('forms/'));
  const write = () => {
    if (JSON.stringify(draft) === JSON.stringify(start) && !(column === 'limit' && limit === null)) return;
    if (column === 'name')
      editor.setName(element, draft.name.trim(), texts.said.renamed(name, draft.name.trim()));
    if (column === 'form' && draft.form !== '')
      chooseForm(
        editor,
        element,
        draft.form,
        texts.said.form(name, titleOfForm(draft.form, files.get(draft.form) ?? '', locale)),
      );
    if (column === 'who') {
      const department = departments.find((entry) => entry.name === draft.department)?.label;
      const who = `${department ?? draft.department} · ${all.roles[draft.role] ?? draft.role}`;
      const to = { departmentVariable: draft.department, role: draft.role };
      editor.together(
        () => {
          if (draft.department !== start.department || draft.role !== start.role || assigned === null)
            assignTask(editor, element, to);
          if (draft.same !== start.same)
            editor.setManifest(['steps', id, 'samePersonAs'], draft.same === '' ? undefined : draft.same);
        },
        texts.said.who(name, draft.same === '' ? who : samePersonSentence(draft.same, manifest, locale)),
      );
    }
    const amount = Math.trunc(Number(draft.amount));
    if (column === 'limit' && amount >= 1 && amount <= 999) {
      const said = texts.said.limit(name, `${amount} ${all.units[draft.unit]}`);
      setTaskLimit(editor, element, writeLimit({ amount, unit: draft.unit }), said);
    }
  };
  const end = (keep: boolean) => {
    if (over.current) return;
    over.current = true;
    if (keep) write();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the list do not count while something is typed.
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    end(event.key === 'Enter');
  };
  const onBlur = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget)) end(true);
  };
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  return (
    <div className="owd-cell" role="group" ref={box} onKeyDown={onKeyDown} onBlur={onBlur}>
      {column === 'name' && (
        <input
          type="text"
          maxLength={200}
          aria-label={all.name}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      )}
      {column === 'who' && (
        <>
          <Choice
            label={texts.department}
            value={draft.department}
            choices={departments.map((entry) => [entry.name, entry.label])}
            onChange={(department) => set({ department })}
          />
          <Choice
            label={texts.role}
            value={draft.role}
            choices={roles.map((role) => [role, all.roles[role] ?? role])}
            onChange={(role) => set({ role })}
          />
          {manifest.steps?.[id] !== undefined && (
            <Choice
              label={words.samePerson}
              value={draft.same}
              choices={[
                ['', words.samePersonNone],
                ...samePersonChoices(element, manifest, locale).map(
                  ({ value, label }) => [value, label] as const,
                ),
              ]}
              onChange={(same) => set({ same })}
            />
          )}
        </>
      )}
      {column === 'form' && (
        <Choice
          label={all.form}
          value={draft.form}
          choices={forms.map((path) => [path, titleOfForm(path, files.get(path) ?? '', locale)])}
          onChange={(form) => set({ form })}
        />
      )}
      {column === 'limit' && (
        <>
          <input
            type="number"
            min={1}
            max={999}
            aria-label={texts.amount}
            value={draft.amount}
            onChange={(event) => set({ amount: event.target.value })}
          />
          <Choice
            label={texts.unit}
            value={draft.unit}
            choices={limitUnits.map((unit) => [unit, all.units[unit]])}
            onChange={(unit) => set({ unit: unit as LimitUnit })}
          />
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const known = choices.some(([entry]) => entry === value);
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {choices.map(([entry, words]) => (
        <option key={entry} value={entry}>
          {words}
        </option>
      ))}
    </select>
  );
}
