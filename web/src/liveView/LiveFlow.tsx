import { type LiveElement, LivePicture } from '@onewindow/designer/path';
import { Card } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveViewData } from '../api/liveView.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatInstant } from '../components/formats.ts';
import { formatElapsed } from './formatElapsed.ts';
import { StepLink } from './StepLink.tsx';

/** The process with its figures painted in, and the same as a table. */
export function LiveFlow({ packCode, live, xml }: { packCode: string; live: LiveViewData; xml: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const told = useMemo(() => {
    const slowest = slowestStep(live);
    return live.elements.map((element) => ({ ...element, slowest: element.id === slowest }));
  }, [live]);
  const elements = useMemo<LiveElement[]>(
    () =>
      told
        .filter(({ name, running, incidents }) => say(name) !== '' || running + incidents > 0)
        .map(({ id, name, running, finished, incidents, times, waiting, slowest }) => ({
          id,
          running,
          finished,
          incidents,
          overdue: waiting?.overdue ?? 0,
          slowest,
          words: [
            say(name),
            t('live.words.running', { count: running }),
            t('live.words.finished', { count: finished }),
            ...(times === null ? [] : [t('live.words.p90', { time: formatElapsed(times.p90, t) })]),
            ...(waiting === null || waiting.overdue === 0
              ? []
              : [t('live.words.overdue', { count: waiting.overdue })]),
            ...(incidents === 0 ? [] : [t('live.words.incidents', { count: incidents })]),
            ...(slowest ? [t('live.slowest')] : []),
          ].join(' · '),
        })),
    [told, say, t],
  );
  const rows = told.filter(
    ({ step, name, running, incidents, finished }) =>
      step || running + incidents > 0 || (say(name) !== '' && finished > 0),
  );
  return (
    <div className="ow-stack" style={{ gap: 16 }}>
      <p className="ow-muted">{t('live.legend')}</p>
      <LivePicture
        xml={xml}
        elements={elements}
        locale={language}
        label={t('live.picture')}
        buttons={{
          zoomIn: t('desk.history.zoomIn'),
          zoomOut: t('desk.history.zoomOut'),
          fit: t('desk.history.fit'),
        }}
        broken={t('desk.history.noProcess')}
      />
      <Card title={t('live.table')}>
        <CardTable
          caption={t('live.table')}
          columns={[
            t('live.element'),
            t('live.running'),
            t('live.finished'),
            t('live.average'),
            t('live.p90'),
            t('live.waiting'),
            t('live.overdue'),
            t('live.oldest'),
            t('live.incidents'),
          ]}
          rows={rows.map(({ id, name, step, running, finished, times, waiting, incidents, slowest }) => ({
            key: id,
            cells: [
              <>
                {say(name) === '' ? id : say(name)}
                {slowest ? <div className="ow-small ow-muted">{t('live.slowest')}</div> : null}
              </>,
              running,
              finished,
              times === null ? '—' : formatElapsed(times.average, t),
              times === null ? '—' : formatElapsed(times.p90, t),
              step ? (
                <StepLink key="waiting" packCode={packCode} stepKey={id} tasks={waiting?.tasks ?? 0} />
              ) : (
                '—'
              ),
              step ? (waiting?.overdue ?? 0) : '—',
              waiting === null ? '—' : formatInstant(waiting.oldestAt, language),
              incidents,
            ],
          }))}
        />
        <p className="ow-small ow-muted">{t('live.note', { limit: live.stayLimit })}</p>
      </Card>
    </div>
  );
}

/** Fewer stays say nothing about where a process is slow. */
const enoughStays = 5;

/** The step at which nine in ten stay longest; undefined while too few have passed. */
function slowestStep({ elements }: LiveViewData): string | undefined {
  return elements
    .filter(({ step, times }) => step && (times?.samples ?? 0) >= enoughStays)
    .sort((one, other) => (other.times?.p90 ?? 0) - (one.times?.p90 ?? 0))[0]?.id;
}
