import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consult, consultees, type OpinionAsked } from '../api/asked.ts';
import { Field } from '../components/Field.tsx';
import { useAction } from '../components/useAction.ts';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { WorkdaysField } from './MaterialsDialog.tsx';
import { ReasonField } from './ReasonField.tsx';

/** 征求意见: of a department or a colleague, beside the step, which goes on. */
export function ConsultDialog({ task, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string>();
  const [question, setQuestion] = useState('');
  const [workdays, setWorkdays] = useState(3);
  const known = useQuery({ queryKey: ['consultees', task.id], queryFn: () => consultees(task.id) });
  const ask = useAction({
    run: (body: OpinionAsked, key) => consult(task.id, body, key),
    success: t('asked.consult.done'),
    failed: () => undefined,
    done: () => onDone({ leave: false }),
  });
  const { departments = [], people = [] } = known.data ?? {};
  const send = () => {
    if (to === undefined) return;
    const [kind, id = ''] = to.split(' ');
    ask.mutate({
      to: kind === 'user' ? { user: id } : { department: id },
      question: question.trim(),
      workdays,
    });
  };
  return (
    <DeskDialog
      task={task}
      title={t('desk.consult.title')}
      okText={t('asked.consult.ok')}
      ready={to !== undefined && question.trim() !== ''}
      busy={ask.isPending}
      error={ask.error ?? known.error}
      onOk={send}
      onClose={onClose}
    >
      <Field id="consult-to" label={t('asked.consult.to')} required hint={t('asked.consult.sees')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={known.isPending}
          {...(to === undefined ? {} : { value: to })}
          onChange={(value: string) => setTo(value)}
          options={[
            {
              label: t('asked.consult.people'),
              options: people.map(({ id, name }) => ({ value: `user ${id}`, label: name })),
            },
            {
              label: t('asked.consult.departments'),
              options: departments.map(({ id, name }) => ({ value: `department ${id}`, label: name })),
            },
          ]}
        />
      </Field>
      <ReasonField
        id="consult-question"
        label={t('asked.consult.question')}
        hint={t('asked.consult.hint')}
        value={question}
        onChange={setQuestion}
      />
      <WorkdaysField value={workdays} onChange={setWorkdays} />
    </DeskDialog>
  );
}
