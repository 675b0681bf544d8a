import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readFeed } from '../../api/supervision.ts';
import { useLanguage } from '../../app/useLanguage.ts';

/** So many can be read from afar. */
const lines = 7;

/**
 * What is told on a wall, each in words of its own: the sentences of the feed may name people and quote reasons. All else is left
 * to the feed.
 */
const acts = [
  'received',
  'accepted',
  'deemedAccepted',
  'acceptanceRefused',
  'supplementRequested',
  'resubmitted',
  'stepStarted',
  'stepCompleted',
  'specialProcedureStarted',
  'specialProcedureEnded',
  'extended',
  'decided',
  'licenseIssued',
  'delivered',
  'withdrawn',
  'escalated',
  'urged',
  'urgeAnswered',
  'fileOpened',
  'dispatched',
  'disposed',
  'fileClosed',
] as const;

function firstClause(sentence: string): string {
  return sentence.split(/[，,]/)[0] ?? sentence;
}

/** What happened last: when, what, to which item, in which department; who did it is not told on a wall. */
export function ScreenFeed() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const feed = useQuery({ queryKey: ['supervision', 'feed'], queryFn: readFeed });
  const written = (parts: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, {
      ...parts,
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    });
    return (at: string) => format.format(new Date(at));
  };
  const day = written({ month: '2-digit', day: '2-digit' });
  const time = written({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const earlier = written({ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const today = day(new Date().toISOString());
  const shown = (feed.data?.items ?? []).filter(({ type }) => acts.some((act) => act === type));
  return (
    <section className="ow-big-feed" aria-labelledby="big-feed">
      <h2 id="big-feed">{t('supervision.feed.tab')}</h2>
      <ol>
        {shown.slice(0, lines).map(({ id, at, type, text, itemName, department }) => (
          <li key={id}>
            <time dateTime={at}>{day(at) === today ? time(at) : earlier(at)}</time>
            {/* Which clock and which light: its first clause names nobody. */}
            <b>{type === 'escalated' ? firstClause(say(text)) : t(`supervision.screen.act.${type}`)}</b>
            <span>
              {say(itemName)} · {department.name}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
