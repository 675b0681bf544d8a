import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/caseTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';

type Item = { materialKey?: string; problem: string };

/** What the applicant is asked to correct: materials, each with its problem, and one more point. */
export function CorrectionDialog({
  view,
  busy,
  onCancel,
  onDone,
}: {
  view: CaseView;
  busy: boolean;
  onCancel: () => void;
  onDone: (items: Item[]) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [other, setOther] = useState('');
  const items: Item[] = [
    ...Object.entries(problems).map(([materialKey, problem]) => ({ materialKey, problem: problem.trim() })),
    ...(other.trim() === '' ? [] : [{ problem: other.trim() }]),
  ];
  const complete = items.length > 0 && items.every(({ problem }) => problem !== '');
  return (
    <Modal
      open
      width={640}
      title={t('window.supplement.title')}
      okText={t('window.supplement.issue', { count: items.length })}
      okButtonProps={{ disabled: !complete, loading: busy }}
      onOk={() => onDone(items)}
      onCancel={onCancel}
    >
      <ul className="ow-list">
        {view.materials.map(({ key, name }) => (
          <li key={key}>
            <Checkbox
              checked={key in problems}
              onChange={(event) =>
                setProblems(({ [key]: _gone, ...rest }) =>
                  event.target.checked ? { ...rest, [key]: t('rehearsal.notClear') } : rest,
                )
              }
            >
              {say(name)}
            </Checkbox>
            {key in problems ? (
              <Input
                maxLength={500}
                aria-label={t('window.supplement.problemOf', { name: say(name) })}
                value={problems[key] ?? ''}
                onChange={(event) => setProblems((before) => ({ ...before, [key]: event.target.value }))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Field id="rehearsal-other" label={t('rehearsal.otherPoint')}>
        <Input maxLength={500} value={other} onChange={(event) => setOther(event.target.value)} />
      </Field>
    </Modal>
  );
}
