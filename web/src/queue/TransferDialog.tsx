import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Desk, transferTicket } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Sends the visitor to another counter at which somebody sits, or to another service group; the turn stays. */
export function TransferDialog(props: { desk: Desk; onDone: (desk: Desk) => void; onClose: () => void }) {
  const { desk, onDone, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [to, setTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const send = useAction({
    run: (target: string) => {
      const name = target.slice(2);
      return transferTicket(target.startsWith('c:') ? { counter: name } : { group: name });
    },
    success: t('queue.transferred'),
    done: (next) => {
      onDone(next);
      onClose();
    },
    failed: setProblem,
  });
  const counters = desk.counters.filter(({ no }) => no !== desk.counter);
  return (
    <Modal
      open
      title={t('queue.transferTitle', { number: desk.current?.number ?? '' })}
      okText={t('queue.act.transfer')}
      cancelText={t('common.cancel')}
      confirmLoading={send.isPending}
      okButtonProps={{ disabled: to === null }}
      onOk={() => to !== null && send.mutate(to)}
      onCancel={onClose}
    >
      <p className="ow-muted">{t('queue.transferHelp')}</p>
      <ProblemAlert error={problem} />
      <Field id="queue-transfer" label={t('queue.transferTo')} required>
        <Select
          value={to}
          onChange={(value: string | null) => setTo(value)}
          style={{ width: '100%' }}
          options={[
            ...desk.groups.map(({ key, name, waiting }) => ({
              value: `g:${key}`,
              label: t('queue.toGroup', { name: say(name), waiting }),
            })),
            ...counters.map(({ no, name }) => ({
              value: `c:${no}`,
              label: t('queue.toCounter', { no, name }),
            })),
          ]}
        />
      </Field>
    </Modal>
  );
}
