import { useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SeatView, takeSeat } from '../api/halls.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { seatKey } from './queryKeys.ts';

/** Chooses the counter for today; that of the roster is proposed, one where somebody sits cannot be taken. */
export function SeatDialog({ view, onClose }: { view: SeatView; onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const free = view.counters.filter(({ taken }) => taken === null);
  const own = free.find(({ no }) => no === (view.seat?.counter ?? view.planned)) ?? free[0];
  const [counter, setCounter] = useState(own?.no);
  const [problem, setProblem] = useState<unknown>(null);
  const take = useAction({
    run: (no: string) => takeSeat(no),
    done: (seat) => {
      client.setQueryData(seatKey, seat);
      onClose();
    },
    failed: (error) => {
      setProblem(error);
      void client.invalidateQueries({ queryKey: seatKey });
    },
  });
  const nameOf = (key: string) => say(view.groups.find((group) => group.key === key)?.name) || key;
  return (
    <Modal
      open
      title={t('queue.signOn')}
      okText={t('queue.signOnHere')}
      cancelText={t('common.cancel')}
      confirmLoading={take.isPending}
      okButtonProps={{ disabled: counter === undefined }}
      onOk={() => counter !== undefined && take.mutate(counter)}
      onCancel={onClose}
    >
      <p className="ow-muted">{t('queue.signOnHelp', { hall: view.hall?.name ?? '' })}</p>
      <ProblemAlert error={problem} />
      <Field id="queue-counter" label={t('queue.counter')} required>
        <Select
          value={counter ?? null}
          onChange={(value: string | null) => setCounter(value ?? undefined)}
          style={{ width: '100%' }}
          options={view.counters.map(({ no, groups, taken, planned }) => ({
            value: no,
            disabled: taken !== null,
            label: [
              t('queue.counterNo', { no }),
              groups.map(nameOf).join(t('queue.listComma')),
              taken === null
                ? planned.length === 0
                  ? ''
                  : t('queue.plannedFor', { names: planned.join(t('queue.listComma')) })
                : t('queue.takenBy', { name: taken }),
            ]
              .filter((part) => part !== '')
              .join(' · '),
          }))}
        />
      </Field>
    </Modal>
  );
}
