import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listHalls } from '../api/halls.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** The halls that this person arranges. */
export function HallsPage() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const halls = useQuery({ queryKey: ['halls'], queryFn: listHalls });
  if (halls.data === undefined)
    return halls.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={halls.error} onRetry={() => void halls.refetch()} />
    );
  const found = halls.data.items.filter(({ name }) => name.includes(typed.trim()));
  return (
    <Page title={t('halls.title')}>
      <Field id="halls-search" label={t('halls.search')}>
        <Input allowClear value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      {found.length === 0 ? (
        <EmptyState text={t('halls.none')} />
      ) : (
        <CardTable
          caption={t('halls.title')}
          columns={[t('halls.name'), t('halls.levelOf'), t('halls.address'), t('halls.counters')]}
          rows={found.map((hall) => ({
            key: hall.id,
            cells: [
              <Link key="name" to={`/halls/${hall.id}`}>
                {hall.name}
              </Link>,
              t(`halls.level.${hall.level}`),
              hall.address || '—',
              hall.counters,
            ],
          }))}
        />
      )}
    </Page>
  );
}
