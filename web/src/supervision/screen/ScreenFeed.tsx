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

/** What happened last: when, what, to which item, in which department; who did it is not told on a wall. */
export function ScreenFeed() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const feed = useQuery({ queryKey: ['supervision', 'feed'], queryFn: readFeed });
  const time = new Intl.DateTimeFormat(language, {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    timeZone: 'Asia/Shanghai',
  } as Intl.DateTimeFormatOptions);
  const shown = (feed.data?.items ?? []).filter(({ type }) => acts.some((act) => act === type));
  return (
    <section className="ow-big-feed" aria-labelledby="big-feed">
      <h2 id="big-feed">{t('supervision.feed.tab')}</h2>
      <ol>
        {shown.slice(0, lines).map(({ id, at, type, itemName, department }) => (
          <li key={id}>
            <time dateTime={at}>{time.format(new Date(at))}</time>
            <b>{t(`supervision.screen.act.${type}`)}</b>
            <span>
              {say(itemName)} · {department.name}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
