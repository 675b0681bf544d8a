import { type LiveElement, LivePicture } from '@onewindow/designer/path';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BottleneckView } from '../../api/supervisionTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { stayWords } from './stayWords.ts';

/** The process with what waits at each step and how often it was left; the worst step is marked by sign, words and frame. */
export function BottleneckPicture({ view, xml }: { view: BottleneckView; xml: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const elements = useMemo<LiveElement[]>(
    () =>
      view.steps.map(({ id, name, waiting, times }) => {
        const worst = view.worst?.stepKey === id;
        return {
          id,
          running: waiting?.tasks ?? 0,
          finished: times?.samples ?? 0,
          overdue: waiting?.overdue ?? 0,
          incidents: 0,
          slowest: worst,
          ...(worst ? { mark: `▲ ${t('supervision.bottleneck.worst')}` } : {}),
          words: [
            say(name),
            ...(worst ? [t('supervision.bottleneck.worst')] : []),
            t('supervision.bottleneck.waits', { count: waiting?.tasks ?? 0 }),
            ...((waiting?.overdue ?? 0) > 0
              ? [t('live.words.overdue', { count: waiting?.overdue ?? 0 })]
              : []),
            ...(times === null
              ? []
              : [
                  t('supervision.bottleneck.averageIs', { time: stayWords(times.average, times.unit, t) }),
                  t('live.words.p90', { time: stayWords(times.p90, times.unit, t) }),
                ]),
          ].join(' · '),
        };
      }),
    [view, say, t],
  );
  return (
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
  );
}
