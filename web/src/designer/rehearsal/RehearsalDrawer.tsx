import { readStarts } from '@onewindow/designer/scenarios';
import { Alert, Drawer, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFile } from '../../api/packTypes.ts';
import { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemState } from '../../components/ProblemState.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { RehearsalActions, RehearsalBoard } from './RehearsalBoard.tsx';
import { sceneTime } from './sceneTime.ts';
import { useRehearsal } from './useRehearsal.ts';
import './rehearsal.css';

export interface RehearsalDrawerProps {
  packCode: string;
  name: string;
  /** The draft as it is now. */
  files: readonly PackFile[];
  /** Puts a scenario into the draft. */
  onKept: (path: string, text: string) => void;
  /** Closes it; the rehearsal stays where it is, for when it is opened again. */
  onClose: () => void;
}

/** Rehearses the draft on the real engine, apart from all real cases, in all roles. */
export function RehearsalDrawer({ packCode, name, files, onKept, onClose }: RehearsalDrawerProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const rehearsal = useRehearsal(packCode, files);
  const { scene, busy, error, left } = rehearsal;
  const [keeping, setKeeping] = useState(false);
  const starts = useMemo(() => readStarts(files), [files]);
  const taken = useMemo(() => new Set(files.map(({ path }) => path)), [files]);
  const last = scene?.acts.at(-1);
  return (
    <Drawer
      open
      size="100%"
      title={t('rehearsal.title', { name })}
      onClose={onClose}
      extra={
        <RehearsalActions
          scene={scene}
          rehearsal={rehearsal}
          onKeep={() => setKeeping(true)}
          onEnd={onClose}
        />
      }
    >
      <div className="ow-row owr-state">
        <p className="ow-muted ow-grow">{t('rehearsal.apart')}</p>
        <span role="status">
          {busy ? (
            <>
              <Spin size="small" /> {t('rehearsal.busy')}
            </>
          ) : last === undefined || scene === null ? (
            ''
          ) : (
            t('rehearsal.stands', { at: sceneTime(scene.now, language), count: scene.tasks.length })
          )}
        </span>
      </div>
      {left === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('rehearsal.left', { count: left })}
        />
      )}
      {scene === null ? (
        error === null ? (
          <LoadingState />
        ) : (
          <>
            <Refusals error={error} />
            <ProblemState error={error} onRetry={() => void rehearsal.begin(false)} />
          </>
        )
      ) : (
        <RehearsalBoard key={scene.id} scene={scene} rehearsal={rehearsal} starts={starts} />
      )}
      {keeping && scene !== null ? (
        <KeepDialog
          rehearsalId={scene.id}
          taken={taken}
          onCancel={() => setKeeping(false)}
          onKept={(path, text) => {
            setKeeping(false);
            onKept(path, text);
          }}
        />
      ) : null}
    </Drawer>
  );
}

/** Why these files cannot be published, and so not be rehearsed. */
function Refusals({ error }: { error: unknown }) {
  const { i18n } = useTranslation();
  const found = error instanceof Problem ? error.document['findings'] : undefined;
  if (!Array.isArray(found)) return null;
  const errors = (found as { severity: string; zh: string; en: string }[]).filter(
    ({ severity }) => severity === 'error',
  );
  return (
    <ul>
      {errors.map(({ zh, en }) => (
        <li key={zh}>{i18n.language === 'en' ? en : zh}</li>
      ))}
    </ul>
  );
}
