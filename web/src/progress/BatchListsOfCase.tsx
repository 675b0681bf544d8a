import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOwnBatchLists } from '../api/batchLists.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** 批次: the lists with which a case was put before an officer, and what has become of this case on each. */
export function BatchListsOfCase({ owner }: { owner: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const lists = useQuery({
    queryKey: ['batchLists', owner],
    queryFn: () => listOwnBatchLists(owner),
    staleTime: 0,
    refetchInterval: 60_000,
  });
  if (lists.data === undefined)
    return lists.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={lists.error} onRetry={() => void lists.refetch()} />
    );
  const { items } = lists.data;
  return (
    <div className="ow-stack">
      <p>{t('progress.batch.what')}</p>
      {items.length === 0 ? (
        <Card>
          <EmptyState text={t('progress.batch.none')} />
        </Card>
      ) : null}
      {items.map((list) => (
        <Card key={list.id} title={<h2 className="ow-card-title">{list.number}</h2>}>
          <p className="ow-lead-state">{t(`progress.batch.state.${list.state}`)}</p>
          <p>{t(`progress.batch.next.${list.state}`)}</p>
          <Facts
            entries={[
              [t('progress.batch.item'), say(list.itemName)],
              [t('progress.batch.step'), say(list.stepName)],
              [t('case.department'), list.department.name],
              [t('progress.batch.at'), formatInstant(list.at, language)],
            ]}
          />
        </Card>
      ))}
    </div>
  );
}
