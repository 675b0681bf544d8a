import { DiffTable } from '@onewindow/designer/compare';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnPublishRequest,
  type PublishRequest,
  type RequestAct,
  readPublishRequest,
} from '../../api/publishRequests.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';

interface RequestDialogProps {
  packCode: string;
  item: PublishRequest;
  onClose: () => void;
}

/** A change that was handed in: what it would do, and the decision of the second person, or one's own withdrawal. */
export function RequestDialog({ packCode, item, onClose }: RequestDialogProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const read = useQuery({
    queryKey: ['publish-request', packCode, item.id],
    queryFn: () => readPublishRequest(packCode, item.id),
  });
  const act = useAction({
    run: (chosen: RequestAct, key) => actOnPublishRequest(packCode, item.id, chosen, key),
    success: t('requests.done'),
    failed: setProblem,
    done: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['publish-requests', packCode] });
      await client.refetchQueries({ queryKey: ['pack', packCode] });
    },
  });
  const go = (chosen: RequestAct) => {
    setProblem(null);
    act.mutate(chosen);
  };
  const buttons = item.mine
    ? [
        <Button key="withdraw" loading={act.isPending} onClick={() => go({ act: 'withdraw' })}>
          {t('requests.withdraw')}
        </Button>,
      ]
    : [
        <Button
          key="reject"
          danger
          disabled={reason.trim() === ''}
          loading={act.isPending}
          onClick={() => go({ act: 'reject', reason: reason.trim() })}
        >
          {t('requests.reject')}
        </Button>,
        <Button
          key="approve"
          type="primary"
          disabled={read.data === undefined}
          loading={act.isPending}
          onClick={() => go({ act: 'approve' })}
        >
          {t('requests.approve')}
        </Button>,
      ];
  return (
    <Modal open width={960} title={t('requests.title', { by: item.by })} footer={buttons} onCancel={onClose}>
      <p>{t('requests.note', { note: item.note })}</p>
      <ProblemAlert error={problem} />
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? (
        read.error === null && <LoadingState />
      ) : read.data.diff === null ? (
        <p>{t('requests.first')}</p>
      ) : (
        <DiffTable diff={read.data.diff} locale={language} />
      )}
      {item.mine ? null : (
        <Field id="request-reason" label={t('requests.reason')} hint={t('requests.reasonHint')}>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
    </Modal>
  );
}
