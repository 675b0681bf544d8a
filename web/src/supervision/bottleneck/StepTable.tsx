import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BottleneckStep, BottleneckView } from '../../api/supervisionTypes.ts';
import { hasRole } from '../../app/navigation.ts';
import { useUser } from '../../app/session.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { formatInstant } from '../../components/formats.ts';
import { limitWords } from '../../components/limitWords.ts';
import { StaysDialog } from './StaysDialog.tsx';
import { partOfLimit, stayWords } from './stayWords.ts';

/** The steps as a table: what waits leads to its tasks, how long it took to the cases that took longest, what was late to exactly those. */
export function StepTable({ view }: { view: BottleneckView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const inboxView = hasRole(useUser(), ['supervisor']) ? 'all' : 'department';
  const [shown, setShown] = useState<{ step: BottleneckStep; of: 'longest' | 'late' } | null>(null);
  const tasks = (step: string, more: Record<string, string>, count: number, label: string) =>
    count === 0 ? (
      0
    ) : (
      <Link
        className="ow-cell-link"
        aria-label={label}
        to={`/inbox?${new URLSearchParams({ view: inboxView, packCode: view.packCode, stepKey: step, ...more })}`}
      >
        {count}
      </Link>
    );
  return (
    <>
      <CardTable
        caption={t('supervision.bottleneck.table')}
        columns={[
          t('live.element'),
          t('supervision.bottleneck.limit'),
          t('supervision.bottleneck.waiting'),
          t('supervision.bottleneck.caseLate'),
          t('live.oldest'),
          t('supervision.bottleneck.samples'),
          t('live.average'),
          t('live.p90'),
          t('supervision.bottleneck.part'),
          t('supervision.bottleneck.late'),
        ]}
        rows={view.steps.map((step) => {
          const { id, name, limit, waiting, times } = step;
          const label = (key: string, count: number) => `${say(name)} ${t(key)} ${count}`;
          const part = times === null ? undefined : partOfLimit(times);
          return {
            key: id,
            cells: [
              <>
                {say(name)}
                {view.worst?.stepKey === id ? (
                  <Tag color="error" className="ow-worst">
                    ▲ {t('supervision.bottleneck.worst')}
                  </Tag>
                ) : null}
              </>,
              limitWords(limit, t),
              tasks(
                id,
                {},
                waiting?.tasks ?? 0,
                label('supervision.bottleneck.waiting', waiting?.tasks ?? 0),
              ),
              tasks(
                id,
                { light: 'red' },
                waiting?.overdue ?? 0,
                label('supervision.bottleneck.caseLate', waiting?.overdue ?? 0),
              ),
              waiting === null ? '—' : formatInstant(waiting.oldestAt, language),
              times === null ? (
                0
              ) : (
                <Button
                  key="stays"
                  type="link"
                  className="ow-cell-button"
                  aria-label={t('supervision.bottleneck.showLongest', { step: say(name) })}
                  onClick={() => setShown({ step, of: 'longest' })}
                >
                  {times.samples}
                </Button>
              ),
              times === null ? '—' : stayWords(times.average, times.unit, t),
              times === null ? '—' : stayWords(times.p90, times.unit, t),
              part === undefined ? '—' : `${part}%`,
              times === null || times.late === 0 ? (
                0
              ) : (
                <Button
                  key="late"
                  type="link"
                  className="ow-cell-button"
                  aria-label={t('supervision.bottleneck.showLate', { step: say(name), count: times.late })}
                  onClick={() => setShown({ step, of: 'late' })}
                >
                  {times.late}
                </Button>
              ),
            ],
          };
        })}
      />
      {shown === null ? null : (
        <StaysDialog
          {...shown}
          packCode={view.packCode}
          version={view.version}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
