import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Fact, type Figure, listFacts, type SubjectScore } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { AppealDialog } from './AppealDialog.tsx';
import { pageOfFact } from './evaluationTexts.ts';

/** The cases and records behind a figure, those that count against it first; each leads to its page, and may be appealed against. */
export function FactList({
  figure,
  view,
  onAppealed,
}: {
  figure: Figure;
  view: SubjectScore;
  onAppealed: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [appealed, setAppealed] = useState<Fact | null>(null);
  const of = {
    kind: view.kind,
    period: view.period,
    subject: view.subject.id,
    indicator: figure.indicator,
  };
  const facts = useInfiniteQuery({
    queryKey: ['evaluation', 'facts', of, view.revision],
    queryFn: ({ pageParam }) => listFacts(of, { offset: pageParam, revision: view.revision }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextOffset ?? undefined,
  });
  const items = facts.data?.pages.flatMap((page) => page.items);
  const known = new Set(
    view.appeals.filter(({ indicator }) => indicator.id === figure.indicator).map(({ fact }) => fact.key),
  );
  return (
    <>
      <ProblemAlert error={facts.error} onRetry={() => void facts.refetch()} />
      {items === undefined ? facts.error === null && <LoadingState /> : null}
      <ul className="ow-list" aria-label={say(figure.name)}>
        {(items ?? []).map((fact) => (
          <li key={fact.key} className="ow-row">
            <Link to={pageOfFact(fact)}>
              {t(`evaluation.facts.kind.${fact.kind}`)} {fact.no}
            </Link>
            <span className="ow-small ow-muted ow-grow">
              {formatInstant(fact.at, language)}
              {fact.above === null
                ? null
                : ` · ${t('evaluation.facts.days', { used: fact.above, promised: fact.below })}`}
              {fact.cls === null ? null : ` · ${t(`evaluation.facts.class.${fact.cls}`)}`}
            </span>
            {fact.against && fact.effect === null ? (
              <Tag color="error">{t('evaluation.facts.against')}</Tag>
            ) : null}
            {fact.effect === null ? null : <Tag>{t(`evaluation.effect.${fact.effect}`)}</Tag>}
            {view.mayAppeal && fact.against && !known.has(fact.key) ? (
              <Button size="small" onClick={() => setAppealed(fact)}>
                {t('evaluation.appeals.open')}
                <span className="ow-hidden">{fact.no}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {facts.hasNextPage ? (
        <Button loading={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      {appealed === null ? null : (
        <AppealDialog
          view={view}
          figure={figure}
          fact={appealed}
          onClose={() => setAppealed(null)}
          onDone={onAppealed}
        />
      )}
    </>
  );
}
