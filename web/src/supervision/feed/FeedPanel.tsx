import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readFeed } from '../../api/supervision.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { lastedWords } from './lastedWords.ts';
import './feed.css';

/** What happens in all cases, as it happens: the page reads it anew when the server tells of a change. */
export function FeedPanel() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const feed = useQuery({ queryKey: ['supervision', 'feed'], queryFn: readFeed });
  if (feed.data === undefined)
    return feed.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={feed.error} onRetry={() => void feed.refetch()} />
    );
  if (feed.data.items.length === 0) return <EmptyState text={t('supervision.feed.none')} />;
  return (
    <ol className="ow-timeline ow-feed" aria-label={t('supervision.feed.tab')}>
      {feed.data.items.map(({ id, at, text, caseId, caseNo, itemName, department, actor, lasted }) => (
        <li key={id}>
          <div>
            {say(text)} ·{' '}
            <Link className="ow-feed-case" to={`/cases/${caseId}`}>
              {caseNo === null ? say(itemName) : `${say(itemName)} ${caseNo}`}
            </Link>
          </div>
          <div className="ow-small ow-muted">
            <time dateTime={at}>{formatInstant(at, language)}</time> · {department.name} ·{' '}
            {typeof actor === 'string' ? actor : say(actor)}
            {lasted === null ? null : ` · ${t('supervision.feed.lasted', { time: lastedWords(lasted, t) })}`}
          </div>
        </li>
      ))}
    </ol>
  );
}
