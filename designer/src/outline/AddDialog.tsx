import { blocks } from '@onewindow/processes/block-list';
import { Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { findDepartmentVariables, findOutcomes } from '../bpmn/findVariables.ts';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { writeBpmnCondition } from '../conditions/writeCondition.ts';
import { useDesigning } from '../DesignerContext.ts';
import { roles } from '../model/candidateGroup.ts';
import type { Outcome } from '../model/manifest.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { LimitInput } from '../panel/LimitInput.tsx';
import { addStep } from './addStep.ts';
import { elementName } from './elementName.ts';
import { type Kind, kindsFor, stepOf } from './kinds.ts';
import { outlineTexts } from './outlineTexts.ts';
import { onlyFlow, type Place, placesFor } from './placesFor.ts';
import { titleOfForm } from './titleOfForm.ts';

interface AddDialogProps {
  readonly at: BpmnElement;
  /** Chosen already; may be changed. */
  readonly what?: string | undefined;
  /** With the id of what was added, or nothing. */
  readonly onClose: (added?: string) => void;
  readonly afterClose: () => void;
}

/** Adds a step or a building block beside an element: where, what, and for a person who, with which form, how long. */
export function AddDialog({ at, what, onClose, afterClose }: AddDialogProps) {
  const { editor, manifest, files, texts: all, locale } = useDesigning();
  const texts = outlineTexts[locale];
  const id = useId();
  const places = placesFor(at);
  const forms = [...files.keys()].filter((path) => path.startsWith('forms/'));
  const box = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(true);
  const [place, setPlace] = useState<Place>(places[0] ?? 'after');
  const [kind, setKind] = useState<string>(what ?? 'person');
  const [name, setName] = useState('');
  const [departmentVariable, setDepartment] = useState('department');
  const [role, setRole] = useState<string>('approver');
  const [form, setForm] = useState(forms[0] ?? '');
  const [limit, setLimit] = useState('3 workday');
  const [outcome, setOutcome] = useState('');
  const atName = elementName(at, all);
  const flow = at.type === 'bpmn:SequenceFlow' ? (at as BpmnConnection) : onlyFlow(at.outgoing);
  const block = blocks.find(({ key }) => `block:${key}` === kind);
  const outcomes = place === 'branch' ? outcomesAt(at, manifest.steps?.[at.id]?.outcomes) : [];
  function outcomesAt(element: BpmnElement, own: readonly Outcome[] | undefined): readonly Outcome[] {
    const [first] = element.outgoing;
    return own ?? (first === undefined ? [] : findOutcomes(first, manifest));
  }
  const add = () => {
    setOpen(false);
    if (block !== undefined && flow !== undefined) {
      void import('../blocks/insertBlock.ts').then(({ insertBlock }) => {
        editor.announce(texts.said.block(atName, block.name[locale]));
        onClose(insertBlock(editor, block, flow));
      });
      return;
    }
    const said = texts.said[place](atName, texts.kinds[kind as Kind], name.trim());
    const person = kind === 'person' ? { departmentVariable, role, form, limit } : {};
    const step = {
      ...stepOf(kind as Kind),
      name: name.trim(),
      question: texts.question(name.trim()),
      ...person,
    };
    let added = '';
    editor.together(() => {
      added = addStep({ editor, at, place, step });
      const way = place === 'branch' ? editor.element(added)?.incoming[0] : undefined;
      const chosen = outcomes.find(({ key }) => key === outcome);
      if (way === undefined || chosen === undefined) return;
      editor.setCondition(
        way,
        writeBpmnCondition({ kind: 'test', field: 'outcome', operator: 'is', values: [chosen.key] }),
      );
      editor.setName(way, chosen.name[locale]);
    }, said);
    onClose(added);
  };
  const kinds = kindsFor(place);
  const withBlocks = place === 'after' && flow !== undefined;
  return (
    <Modal
      open={open}
      title={texts.addTitle(atName)}
      okText={texts.add}
      cancelText={texts.cancel}
      onOk={add}
      onCancel={() => {
        setOpen(false);
        onClose();
      }}
      afterClose={afterClose}
      focusable={{ focusTriggerAfterClose: false }}
      afterOpenChange={(shown) => {
        if (shown) box.current?.querySelector('select')?.focus();
      }}
      okButtonProps={{ disabled: kind === 'person' && name.trim() === '' }}
    >
      <form
        ref={box}
        className="owd-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (kind !== 'person' || name.trim() !== '') add();
        }}
      >
        <ChoiceInput
          label={texts.place}
          value={place}
          choices={places.map((entry) => ({ value: entry, label: texts.places[entry](atName) }))}
          onChange={(value) => {
            setPlace(value as Place);
            if (!kindsFor(value as Place).includes(kind as Kind)) setKind('person');
          }}
        />
        <div className="owd-field">
          <label htmlFor={`${id}-kind`}>{texts.kind}</label>
          <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((entry) => (
              <option key={entry} value={entry}>
                {texts.kinds[entry]}
              </option>
            ))}
            {withBlocks && (
              <optgroup label={texts.blocks}>
                {blocks.map((entry) => (
                  <option key={entry.key} value={`block:${entry.key}`}>
                    {entry.name[locale]}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </div>
        {block === undefined ? (
          <div className="owd-field">
            <label htmlFor={`${id}-name`}>{texts.stepName}</label>
            <input
              id={`${id}-name`}
              type="text"
              maxLength={200}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
        ) : (
          <p className="owd-help">{block.description[locale]}</p>
        )}
        {kind === 'person' && (
          <>
            <div className="owd-pair">
              <ChoiceInput
                label={all.whoDepartment}
                value={departmentVariable}
                choices={findDepartmentVariables(editor.service('elementRegistry'), locale).map((entry) => ({
                  value: entry.name,
                  label: entry.label,
                }))}
                onChange={setDepartment}
              />
              <ChoiceInput
                label={all.whoRole}
                value={role}
                choices={roles.map((value) => ({ value, label: all.roles[value] ?? value }))}
                onChange={setRole}
              />
            </div>
            <ChoiceInput
              label={all.form}
              value={form}
              choices={forms.map((path) => ({
                value: path,
                label: titleOfForm(path, files.get(path) ?? '', locale),
              }))}
              onChange={setForm}
            />
            <LimitInput label={all.limit} value={limit} onChange={setLimit} />
          </>
        )}
        {outcomes.length > 1 && (
          <ChoiceInput
            label={texts.outcome}
            value={outcome}
            empty={texts.later}
            choices={outcomes.map((entry) => ({ value: entry.key, label: entry.name[locale] }))}
            onChange={setOutcome}
          />
        )}
        <input type="submit" hidden />
      </form>
    </Modal>
  );
}
