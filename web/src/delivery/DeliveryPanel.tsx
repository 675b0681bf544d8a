import { useQueryClient } from '@tanstack/react-query';
import { Card, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../api/taskTypes.ts';
import { CaseBills } from '../fees/CaseBills.tsx';
import { DeliveryTries } from './DeliveryTries.tsx';
import { DeliveryWishFacts } from './DeliveryWishFacts.tsx';
import { PickUpForm } from './PickUpForm.tsx';
import { SendForm } from './SendForm.tsx';

export interface DeliveryPanelProps {
  task: TaskView;
  /** The documents have been handed over: the task is done. */
  onDelivered: () => void;
}

/** Everything about handing a decision to the applicant: what was wished, who fetches it, what was sent and came back. */
export function DeliveryPanel({ task, onDelivered }: DeliveryPanelProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { delivery } = task;
  const wished = delivery?.wish?.method ?? 'window';
  const [tab, setTab] = useState(wished === 'window' ? 'window' : 'send');
  if (delivery === null) return null;
  const refresh = () => client.invalidateQueries({ queryKey: ['task', task.id] });
  const underway = delivery.tries.some(({ state }) => state === 'pending' || state === 'underway');
  return (
    <>
      <CaseBills caseId={task.caseId} />
      <Card title={<h2 className="ow-card-title">{t('delivery.title')}</h2>}>
        <DeliveryWishFacts wish={delivery.wish} />
        <DeliveryTries tries={delivery.tries} onChanged={refresh} onDelivered={onDelivered} />
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            {
              key: 'window',
              label: t('delivery.method.window'),
              children: <PickUpForm task={task} onDelivered={onDelivered} />,
            },
            {
              key: 'send',
              label: t('delivery.send.tab'),
              children: underway ? (
                <p>{t('delivery.send.waits')}</p>
              ) : (
                <SendForm taskId={task.id} caseId={task.caseId} delivery={delivery} onSent={refresh} />
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
