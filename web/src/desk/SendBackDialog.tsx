import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendBack } from '../api/desk.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** 退回: to a step that the case has passed; where it cannot go back, why. */
export function SendBackDialog({ task, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const back = task.desk.back;
  const [only, ...others] = back?.targets ?? [];
  const [to, setTo] = useState(others.length === 0 ? (only?.step ?? '') : '');
  const [reason, setReason] = useState('');
  const send = useAction({
    run: (body: { to: string; reason: string }, key) => sendBack(task.id, body, key),
    success: t('desk.back.done'),
    failed: () => undefined,
    done: () => onDone({ leave: true }),
  });
  return (
    <DeskDialog
      task={task}
      title={t('desk.back.title')}
      okText={t('desk.back.ok')}
      ready={to !== '' && reason.trim() !== ''}
      busy={send.isPending}
      error={send.error}
      onOk={() => send.mutate({ to, reason: reason.trim() })}
      onClose={onClose}
    >
      {back?.refused ? (
        <Alert type="warning" showIcon title={t(`desk.back.refused.${back.refused}`)} />
      ) : (
        <>
          <ChoiceField
            label={t('desk.back.to')}
            value={to}
            onChange={setTo}
            choices={(back?.targets ?? []).map((target) => ({
              value: target.step,
              label: t('desk.back.target', {
                step: say(target.name),
                by: target.by,
                at: formatInstant(target.at, language),
              }),
            }))}
          />
          <ReasonField
            id="back-reason"
            label={t('task.backReason')}
            hint={t('desk.back.hint')}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </DeskDialog>
  );
}
