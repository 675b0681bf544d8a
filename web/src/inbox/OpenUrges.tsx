import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOrders } from '../api/supervisionRecords.ts';
import { UrgeList } from '../supervision/UrgeList.tsx';

/** Reminders and orders that the department has not answered yet, above the queue. Nothing when there are none. */
export function OpenUrges() {
  const { t } = useTranslation();
  const open = useQuery({
    queryKey: ['supervision', 'urges', 'open'],
    queryFn: () => listOrders({ state: 'open' }),
    refetchInterval: 120_000,
  });
  if (open.data === undefined || open.data.items.length === 0) return null;
  return (
    <Card
      style={{ marginBottom: 16 }}
      title={<h2 className="ow-card-title">{t('inbox.openUrges', { count: open.data.items.length })}</h2>}
    >
      <UrgeList state="open" />
    </Card>
  );
}
