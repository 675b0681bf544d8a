import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { returnRouting } from '../api/routing.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Gives back a task that was sent here wrongly: offered while the four working hours after its arrival last. */
export function ReturnRouting({ task, inbox }: { task: TaskView; inbox: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = useAction({
    run: (text: string, key) => returnRouting(task.id, text, key),
    success: t('routing.return.done'),
    failed: () => undefined,
    done: async () => {
      setOpen(false);
      // The task is no longer this department's: nothing of its page may be read again.
      await navigate(`/inbox${inbox}`);
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  if (task.returnUntil === null) return null;
  const until = formatInstant(task.returnUntil, language);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('routing.return.open')}</Button>
      {open ? (
        <Modal
          open
          title={t('routing.return.title')}
          okText={t('routing.return.open')}
          okButtonProps={{ disabled: reason.trim() === '', loading: send.isPending }}
          onOk={() => send.mutate(reason.trim())}
          onCancel={() => setOpen(false)}
        >
          <p>{t('routing.return.text', { until })}</p>
          <ProblemAlert error={send.error} />
          <Field id="return-reason" label={t('routing.return.reason')} required>
            <Input.TextArea
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </Modal>
      ) : null}
    </>
  );
}
