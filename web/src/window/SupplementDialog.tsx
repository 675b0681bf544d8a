import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { isShown } from '../situation/NotNeeded.tsx';
import { useNotedProblems } from '../viewer/useNotedProblems.ts';
import type { ActionDialogProps } from './AcceptDialog.tsx';

/** The one complete list of corrections (Administrative License Law art. 32): materials and other points, each with its problem. */
export function SupplementDialog({
  view,
  onDone,
  open,
  busy,
  onCancel,
}: ActionDialogProps & { view: CaseView; onDone: (body: unknown) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [problems, setProblems] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      view.materials
        .filter((material) => material.required && material.status === 'missing')
        .map((material) => [material.key, t('window.supplement.missing')]),
    ),
  );
  const noted = useNotedProblems(view.id, 500);
  // What the office noted on the pages for the list is in it to begin with; each can be changed or taken out.
  useEffect(() => setProblems((before) => ({ ...noted, ...before })), [noted]);
  const [others, setOthers] = useState<{ id: number; field: string; problem: string }[]>([]);
  const [given, setGiven] = useState(0);
  const adder = useRef<HTMLButtonElement>(null);
  const items = [
    ...Object.entries(problems).map(([materialKey, problem]) => ({ materialKey, problem: problem.trim() })),
    ...others.map((other) => ({ field: other.field.trim(), problem: other.problem.trim() })),
  ];
  const complete =
    items.length > 0 && items.every((item) => item.problem !== '' && !('field' in item && item.field === ''));
  const setOther = (index: number, change: Partial<{ field: string; problem: string }>) =>
    setOthers((before) => before.map((other, at) => (at === index ? { ...other, ...change } : other)));
  return (
    <Modal
      open={open}
      width={720}
      title={t('window.supplement.title')}
      okText={t('window.supplement.issue', { count: items.length })}
      okButtonProps={{ disabled: !complete, loading: busy }}
      onOk={() => onDone({ items })}
      onCancel={onCancel}
    >
      <Alert type="info" showIcon title={t('window.supplement.once')} style={{ marginBottom: 12 }} />
      <ul className="ow-list">
        {view.materials.filter(isShown).map((material) => (
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
                maxLength={500}
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
      {others.map((other, index) => (
        <div
          key={other.id}
          className="ow-row"
          role="group"
          aria-label={t('window.supplement.other', { number: index + 1 })}
        >
          <div className="ow-fields ow-grow">
            <Field id={`other-field-${index}`} label={t('window.supplement.field')} required>
              <Input
                maxLength={100}
                value={other.field}
                onChange={(event) => setOther(index, { field: event.target.value })}
              />
            </Field>
            <Field id={`other-problem-${index}`} label={t('window.supplement.problem')} required>
              <Input
                maxLength={500}
                value={other.problem}
                onChange={(event) => setOther(index, { problem: event.target.value })}
              />
            </Field>
          </div>
          <Button
            type="text"
            danger
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('window.supplement.removeOther', { number: index + 1 })}
            onClick={() => {
              setOthers((before) => before.filter((one) => one.id !== other.id));
              adder.current?.focus();
            }}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        ref={adder}
        onClick={() => {
          setGiven(given + 1);
          setOthers((before) => [...before, { id: given, field: '', problem: '' }]);
        }}
      >
        {t('window.supplement.add')}
      </Button>
    </Modal>
  );
}
