import { Alert, Checkbox, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cosign, type CosignAsked, startCosign } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { useAction } from '../components/useAction.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

const modes = ['parallel', 'sequential', 'anyOf'] as const;

/** 会签: colleagues sign the outcome and the form as filled in, before they are submitted. */
export function CosignDialog({ task, complete, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  // Read once, when the dialog opens: what is signed is what was on the screen then.
  const [filled] = useState(complete);
  const [outcome, setOutcome] = useState('');
  const [mode, setMode] = useState<Cosign['mode']>('parallel');
  const [quorum, setQuorum] = useState(1);
  const [signers, setSigners] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const label = useId();
  const ask = useAction({
    run: (body: CosignAsked, key) => startCosign(task.id, body, key),
    success: t('asked.cosign.done'),
    failed: () => undefined,
    done: () => onDone({ leave: false }),
  });
  const { outcomeField } = task;
  const key = outcomeField === null ? outcome : String(filled?.[outcomeField.slice(1)] ?? '');
  return (
    <DeskDialog
      task={task}
      title={t('desk.cosign.title')}
      okText={t('asked.cosign.ok')}
      ready={filled !== undefined && key !== '' && signers.length > 0}
      busy={ask.isPending}
      error={ask.error}
      onOk={() =>
        filled !== undefined &&
        ask.mutate({ outcome: key, formData: filled, mode, quorum, signers, note: note.trim() })
      }
      onClose={onClose}
    >
      {filled === undefined ? (
        <Alert type="warning" showIcon title={t('asked.cosign.incomplete')} />
      ) : (
        <>
          {outcomeField === null ? (
            <ChoiceField
              label={t('asked.cosign.outcome')}
              value={outcome}
              onChange={setOutcome}
              choices={task.outcomes
                .filter(({ kind }) => kind !== 'back')
                .map((one) => ({ value: one.key, label: say(one.name) }))}
            />
          ) : null}
          <div className="ow-field">
            <span id={label} className="ow-label">
              {t('asked.cosign.signers')}
            </span>
            <Checkbox.Group
              aria-labelledby={label}
              value={signers}
              onChange={(values) => setSigners(values.map(String))}
              options={task.desk.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
          <ChoiceField
            label={t('asked.cosign.mode')}
            value={mode}
            onChange={(value) => setMode(value as Cosign['mode'])}
            choices={modes.map((one) => ({ value: one, label: t(`asked.cosign.modes.${one}`) }))}
          />
          {mode === 'anyOf' ? (
            <Field id="cosign-quorum" label={t('asked.cosign.quorum')} required>
              <InputNumber
                min={1}
                max={Math.max(1, signers.length)}
                precision={0}
                value={quorum}
                onChange={(value: number | null) => setQuorum(value ?? 1)}
              />
            </Field>
          ) : null}
          <ReasonField
            id="cosign-note"
            label={t('asked.cosign.note')}
            hint={t('asked.cosign.hint')}
            required={false}
            value={note}
            onChange={setNote}
          />
        </>
      )}
    </DeskDialog>
  );
}
