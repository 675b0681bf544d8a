import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../api/rehearsals.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { sceneTime } from './sceneTime.ts';

/** What was done so far; each act can be taken back with all after it. */
export function ActList({
  scene,
  busy,
  onBack,
}: {
  scene: Scene;
  busy: boolean;
  onBack: (from: number) => void;
}) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  const waited = (after: string | null, at: string) => {
    const [count = '', unit = ''] = (after ?? '').split(' ');
    return after === null
      ? t('rehearsal.until.at', { at: sceneTime(at, language) })
      : t(`rehearsal.until.${unit}`, { count: Number(count), defaultValue: after });
  };
  if (scene.acts.length === 0) return <EmptyState text={t('rehearsal.nothingDone')} />;
  return (
    <ol className="ow-list owr-acts">
      {scene.acts.map(({ act, at, step, outcome, after }, index) => {
        const words =
          step === null
            ? act === 'wait'
              ? t('rehearsal.waited', { until: waited(after, at) })
              : t(`rehearsal.act.${act}`, { defaultValue: act })
            : t('rehearsal.completed', { step: say(step), outcome: outcome === null ? '' : say(outcome) });
        return (
          <li key={index} className="ow-row">
            <div className="ow-grow">
              {words}
              <div className="ow-small ow-muted ow-nums">{sceneTime(at, language)}</div>
            </div>
            <Button size="small" disabled={busy} onClick={() => onBack(index)}>
              {t('rehearsal.back')}
              <span className="ow-hidden">{words}</span>
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
