import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock, ClockExplanation } from '../api/clockTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { ClockExplanationDrawer } from './ClockExplanationDrawer.tsx';
import { EmptyState } from './EmptyState.tsx';
import { formatInstant } from './formats.ts';
import { Light } from './Light.tsx';
import { limitWords } from './limitWords.ts';

/** The clocks of a case, the running ones first, each with its light, its due time and the way to its arithmetic. */
export function ClockList({
  clocks,
  explain,
}: {
  clocks: Clock[];
  /** Fetches the arithmetic of clocks that are not those of a real case. */
  explain?: (clockId: string) => Promise<ClockExplanation>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [explained, setExplained] = useState<Clock | null>(null);
  const [open, setOpen] = useState(false);
  const show = (clock: Clock) => {
    setExplained(clock);
    setOpen(true);
  };
  const running = (clock: Clock) => (clock.state === 'running' || clock.state === 'paused' ? 0 : 1);
  if (clocks.length === 0) return <EmptyState text={t('common.clock.none')} />;
  return (
    <>
      <ul className="ow-list">
        {[...clocks]
          .sort((a, b) => running(a) - running(b))
          .map((clock) => (
            <li key={clock.id}>
              <div className="ow-row">
                <strong className="ow-grow">{t(`common.clock.kind.${clock.kind}`)}</strong>
                <Light
                  light={clock.light}
                  workdays={clock.overdueWorkdays > 0 ? -clock.overdueWorkdays : clock.remainingWorkdays}
                />
              </div>
              <div className="ow-muted">
                {limitWords(clock.limit, t)}
                {running(clock) === 0 ? (
                  <> · {t('common.clock.due', { at: formatInstant(clock.dueAt, language) })}</>
                ) : null}
                {clock.endedBecause ? <> · {t(`common.clock.ended.${clock.endedBecause}`)}</> : null}
                {clock.provisional ? <> · {t('common.clock.provisional')}</> : null}
              </div>
              <Button type="link" className="ow-link" onClick={() => show(clock)}>
                {t('common.clock.explain')}
                <span className="ow-hidden">{t(`common.clock.kind.${clock.kind}`)}</span>
              </Button>
            </li>
          ))}
      </ul>
      <ClockExplanationDrawer
        clock={explained}
        open={open}
        onClose={() => setOpen(false)}
        {...(explain === undefined ? {} : { explain })}
      />
    </>
  );
}
