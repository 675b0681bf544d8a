import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { readBoard, readPeriod } from '../../api/supervision.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { useLiveUpdates } from '../../app/useLiveUpdates.ts';
import { formatInstant } from '../../components/formats.ts';
import { LightIcon } from '../../components/Light.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemState } from '../../components/ProblemState.tsx';
import { todayInShanghai } from '../period/presets.ts';
import { ScreenAges } from './ScreenAges.tsx';
import { ScreenDepartments } from './ScreenDepartments.tsx';
import { ScreenFeed } from './ScreenFeed.tsx';
import { ScreenHeat } from './ScreenHeat.tsx';
import { ScreenLate } from './ScreenLate.tsx';
import { useRotation } from './useRotation.ts';
import './screen.css';

const lights = ['red', 'yellow', 'green', 'paused'] as const;
const flow = ['received', 'accepted', 'decided', 'late'] as const;
const pages = ['departments', 'late', 'heat', 'ages'] as const;

/**
 * The cockpit on a wall: lights, today's flow, turning pages and the live feed, read anew when the server tells of a change. It
 * names no person. Escape leaves.
 */
export function BigScreenPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const board = useQuery({ queryKey: ['supervision', 'board'], queryFn: readBoard, refetchInterval: 60_000 });
  const flowed = useQuery({
    queryKey: ['supervision', 'period', today, today],
    queryFn: () => readPeriod({ from: today, to: today }),
    refetchInterval: 60_000,
  });
  const live = useLiveUpdates(['case', 'record'], [['supervision']]);
  const { at, setAt, held, setHeld } = useRotation(pages.length);
  useEffect(() => {
    document.title = `${t('supervision.screen.title')} - ${t('app.product')}`;
  }, [t]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate('/supervision');
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [navigate]);
  if (board.data === undefined)
    return board.error === null ? (
      <LoadingState full />
    ) : (
      <ProblemState error={board.error} full onRetry={() => void board.refetch()} />
    );
  const { totals } = board.data;
  const sum = flowed.data?.totals;
  const counts = {
    received: sum?.received,
    accepted: sum?.accepted,
    decided: sum === undefined ? undefined : sum.onTime + sum.late,
    late: sum?.late,
  };
  const page = pages[at] ?? 'departments';
  return (
    <div className="ow-big">
      <header className="ow-big-head">
        <h1>{t('supervision.screen.title')}</h1>
        <span className={live ? 'ow-big-live' : 'ow-big-live ow-big-off'}>
          {t(live ? 'supervision.screen.live' : 'supervision.screen.off')}
        </span>
        <time dateTime={board.data.asOf}>{formatInstant(board.data.asOf, language)}</time>
        <Link to="/supervision">{t('supervision.screen.leave')}</Link>
      </header>
      <div className="ow-big-tiles">
        <section aria-labelledby="big-lights">
          <h2 id="big-lights">{t('supervision.screen.lights')}</h2>
          <ul>
            {lights.map((light) => (
              <li key={light} className={`ow-big-tile ow-big-${light}`}>
                <span>
                  <LightIcon light={light} /> {t(`common.light.${light}`)}
                </span>
                <b>{totals[light]}</b>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="big-flow">
          <h2 id="big-flow">{t('supervision.screen.today')}</h2>
          <ul>
            {flow.map((figure) => (
              <li key={figure} className="ow-big-tile">
                <span>{t(`supervision.period.${figure}`)}</span>
                <b>{counts[figure] ?? '—'}</b>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className="ow-big-body">
        <section className="ow-big-page" aria-labelledby="big-page">
          <div className="ow-big-turn">
            <h2 id="big-page">{t(`supervision.screen.page.${page}`)}</h2>
            <div className="ow-big-dots">
              {pages.map((name, index) => (
                <button
                  key={name}
                  type="button"
                  aria-label={t(`supervision.screen.page.${name}`)}
                  aria-current={index === at}
                  onClick={() => setAt(index)}
                />
              ))}
              <button type="button" className="ow-big-hold" onClick={() => setHeld(!held)}>
                {t(held ? 'supervision.screen.go' : 'supervision.screen.hold')}
              </button>
            </div>
          </div>
          {page === 'departments' ? <ScreenDepartments rows={board.data.byDepartment} /> : null}
          {page === 'late' ? <ScreenLate count={totals.red} /> : null}
          {page === 'heat' ? <ScreenHeat today={today} /> : null}
          {page === 'ages' ? <ScreenAges counts={board.data.ages} /> : null}
        </section>
        <ScreenFeed />
      </div>
      <p className="ow-big-help">{t('supervision.screen.keys')}</p>
    </div>
  );
}

/** The day in Shanghai, looked at every minute: a screen runs over midnight. */
function useToday(): string {
  const [today, setToday] = useState(todayInShanghai);
  useEffect(() => {
    const timer = setInterval(() => setToday(todayInShanghai()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
