import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCards } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Yellow and red cards: how many count for each department and officer, and each of them. */
export function CardList() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const cards = useQuery({ queryKey: ['supervision', 'cards'], queryFn: listCards });
  if (cards.isPending) return <LoadingState />;
  if (cards.error !== null) return <ProblemAlert error={cards.error} onRetry={() => void cards.refetch()} />;
  const { items, counted } = cards.data;
  if (items.length === 0) return <EmptyState text={t('records.noCards')} />;
  return (
    <div className="ow-stack">
      <CardTable
        caption={t('records.tally.caption')}
        columns={[
          t('case.department'),
          t('records.tally.person'),
          t('records.colour.yellow'),
          t('records.colour.red'),
        ]}
        rows={counted.map(({ department, person, yellow, red }) => ({
          key: `${department}|${person ?? ''}`,
          cells: [department, person ?? t('records.tally.whole'), yellow, red],
        }))}
      />
      <CardTable
        caption={t('records.cards')}
        columns={[
          t('records.number'),
          t('records.colourLabel'),
          t('records.addressee'),
          t('records.issued'),
          t('records.state'),
        ]}
        rows={items.map((card) => ({
          key: card.id,
          cells: [
            <Link key="link" to={`/supervision/cards/${encodeURIComponent(card.id)}`}>
              {card.number}
            </Link>,
            t(`records.colour.${card.colour}`),
            [card.department.name, card.person ?? ''].join(' ').trim(),
            formatInstant(card.at, language),
            `${t(`records.cardStage.${card.stage}`)} · ${t(card.counts ? 'records.counts' : 'records.countsNot')}`,
          ],
        }))}
      />
    </div>
  );
}
