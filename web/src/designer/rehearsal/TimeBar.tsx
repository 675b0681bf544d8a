import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalAct, Scene } from '../../api/rehearsals.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { sceneTime } from './sceneTime.ts';

/** The only clock of the rehearsal, and the ways to put it forward. */
export function TimeBar({
  scene,
  busy,
  onAct,
}: {
  scene: Scene;
  busy: boolean;
  onAct: (act: RehearsalAct) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [at, setAt] = useState('');
  if (scene.case === null) return null;
  return (
    <section className="ow-row owr-time" aria-label={t('rehearsal.time.title')}>
      <strong className="ow-nums">{t('rehearsal.time.now', { at: sceneTime(scene.now, language) })}</strong>
      <Button size="small" disabled={busy} onClick={() => void onAct({ act: 'wait', after: '1 hour' })}>
        {t('rehearsal.time.hour')}
      </Button>
      <Button size="small" disabled={busy} onClick={() => void onAct({ act: 'wait', after: '1 workday' })}>
        {t('rehearsal.time.workday')}
      </Button>
      {scene.next === null ? null : (
        <Button size="small" disabled={busy} onClick={() => void onAct({ act: 'wait', at: scene.next })}>
          {t('rehearsal.time.next', { at: sceneTime(scene.next, language) })}
        </Button>
      )}
      <form
        className="owr-to"
        onSubmit={(event) => {
          event.preventDefault();
          void onAct({ act: 'wait', at: at.replace('T', ' ').slice(0, 16) }).then((did) => did && setAt(''));
        }}
      >
        <Input
          size="small"
          type="datetime-local"
          aria-label={t('rehearsal.time.to')}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={busy || at === ''}>
          {t('rehearsal.time.go')}
        </Button>
      </form>
    </section>
  );
}
