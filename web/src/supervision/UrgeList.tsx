import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOrders, type Order } from '../api/supervisionRecords.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { MatterDialog } from './MatterDialog.tsx';

/** Reminders and supervision orders, latest first; each opens its page, where it is received and answered. */
export function UrgeList({ state = '' }: { state?: '' | 'open' | 'answered' }) {
  const { t } = useTranslation();
  const supervises = hasRole(useUser(), ['supervisor']);
  const [ordering, setOrdering] = useState(false);
  const urges = useQuery({
    queryKey: ['supervision', 'urges', state],
    queryFn: () => listOrders(state === '' ? {} : { state }),
  });
  if (urges.isPending) return <LoadingState />;
  if (urges.error !== null) return <ProblemAlert error={urges.error} onRetry={() => void urges.refetch()} />;
  return (
    <>
      {supervises ? <Button onClick={() => setOrdering(true)}>{t('records.newOrder.open')}</Button> : null}
      {urges.data.items.length === 0 ? <EmptyState text={t('supervision.noUrges')} /> : null}
      <ul className="ow-list">
        {urges.data.items.map((urge) => (
          <UrgeLine key={urge.id} urge={urge} />
        ))}
      </ul>
      {ordering ? <MatterDialog onClose={() => setOrdering(false)} /> : null}
    </>
  );
}

function UrgeLine({ urge }: { urge: Order }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <li>
      <div className="ow-row">
        <Tag color={urge.kind === 'order' ? 'error' : 'default'}>
          {t(`supervision.urge.kind.${urge.kind}`)}
        </Tag>
        <Link className="ow-grow" to={`/supervision/orders/${urge.id}`}>
          {urge.message}
        </Link>
        <Tag>{t(`records.orderStage.${urge.stage}`)}</Tag>
        {urge.late ? <Tag color="error">{t('records.late')}</Tag> : null}
      </div>
      <div className="ow-small ow-muted">
        {urge.department.name}
        {urge.person === null ? '' : ` ${urge.person}`} ·{' '}
        {urge.caseNo === ''
          ? (urge.matter ?? t('records.noCase'))
          : t('case.numberIs', { caseNo: urge.caseNo })}{' '}
        · {urge.by} · {formatInstant(urge.at, language)}
        {urge.replyDueDay === null
          ? null
          : ` · ${t('supervision.urge.dueIs', { day: formatDay(urge.replyDueDay, language) })}`}
      </div>
    </li>
  );
}
