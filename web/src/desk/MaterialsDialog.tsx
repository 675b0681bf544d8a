import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askMaterials, type MaterialsAsked } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { useAction } from '../components/useAction.ts';
import { useNotedProblems } from '../viewer/useNotedProblems.ts';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** 补充材料: what the applicant is to bring, why and by when; the window gets it in. No clock stops. */
export function MaterialsDialog({ task, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const noted = useNotedProblems(task.case.id, 300);
  // What was noted on the pages for the list is in it to begin with; each can be changed or taken out.
  useEffect(() => setProblems((before) => ({ ...noted, ...before })), [noted]);
  const [others, setOthers] = useState<{ id: number; name: string; problem: string }[]>([]);
  const [reason, setReason] = useState('');
  const [workdays, setWorkdays] = useState(3);
  const [hold, setHold] = useState(true);
  const ask = useAction({
    run: (body: MaterialsAsked, key) => askMaterials(task.id, body, key),
    success: t('asked.material.done'),
    failed: () => undefined,
    done: () => onDone({ leave: false }),
  });
  const lines = [
    ...Object.entries(problems).map(([material, problem]) => ({ material, problem: problem.trim() })),
    ...others.map(({ name, problem }) => ({ name: name.trim(), problem: problem.trim() })),
  ];
  const complete = lines.every((line) => line.problem !== '' && !('name' in line && line.name === ''));
  const setOther = (id: number, change: Partial<{ name: string; problem: string }>) =>
    setOthers((before) => before.map((other) => (other.id === id ? { ...other, ...change } : other)));
  return (
    <DeskDialog
      task={task}
      title={t('desk.materials.title')}
      okText={t('asked.material.ok')}
      ready={lines.length > 0 && complete && reason.trim() !== ''}
      busy={ask.isPending}
      error={ask.error}
      onOk={() => ask.mutate({ lines, reason: reason.trim(), workdays, hold })}
      onClose={onClose}
    >
      <Alert type="info" showIcon title={t('asked.material.hint')} />
      <ul className="ow-list">
        {task.case.materials.map((material) => (
          <li key={material.key}>
            <Checkbox
              checked={material.key in problems}
              onChange={(event) =>
                setProblems(({ [material.key]: _gone, ...rest }) =>
                  event.target.checked ? { ...rest, [material.key]: '' } : rest,
                )
              }
            >
              {say(material.name)}
            </Checkbox>
            {material.key in problems ? (
              <Input.TextArea
                autoSize
                maxLength={300}
                aria-label={t('window.supplement.problemOf', { name: say(material.name) })}
                placeholder={t('window.supplement.problem')}
                value={problems[material.key] ?? ''}
                onChange={(event) =>
                  setProblems((before) => ({ ...before, [material.key]: event.target.value }))
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {others.map((other, at) => (
        <div
          key={other.id}
          role="group"
          className="ow-row"
          aria-label={t('asked.material.other', { number: at + 1 })}
        >
          <div className="ow-fields ow-grow">
            <Field id={`asked-name-${other.id}`} label={t('asked.material.name')} required>
              <Input
                maxLength={100}
                value={other.name}
                onChange={(event) => setOther(other.id, { name: event.target.value })}
              />
            </Field>
            <Field id={`asked-problem-${other.id}`} label={t('asked.material.problem')} required>
              <Input
                maxLength={300}
                value={other.problem}
                onChange={(event) => setOther(other.id, { problem: event.target.value })}
              />
            </Field>
          </div>
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('asked.material.remove', { number: at + 1 })}
            onClick={() => setOthers((before) => before.filter(({ id }) => id !== other.id))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          setOthers((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, name: '', problem: '' }])
        }
      >
        {t('asked.material.add')}
      </Button>
      <ReasonField
        id="asked-reason"
        label={t('asked.material.reason')}
        hint={t('asked.material.told')}
        value={reason}
        onChange={setReason}
      />
      <WorkdaysField value={workdays} onChange={setWorkdays} />
      <Checkbox checked={hold} onChange={(event) => setHold(event.target.checked)}>
        {t('asked.material.hold')}
      </Checkbox>
    </DeskDialog>
  );
}

/** In how many working days it is wanted. */
export function WorkdaysField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation();
  return (
    <Field id="asked-workdays" label={t('asked.workdays')} required>
      <InputNumber
        min={1}
        max={60}
        precision={0}
        value={value}
        onChange={(days: number | null) => onChange(days ?? 1)}
      />
    </Field>
  );
}
