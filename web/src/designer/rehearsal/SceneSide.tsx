import { Button, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainRehearsedClock, rehearsedDocument, type Scene } from '../../api/rehearsals.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { ClockList } from '../../components/ClockList.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FileViewerDialog, type ViewedFile } from '../../components/FileViewerDialog.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ThemeTimeline } from '../../themes/ThemeTimeline.tsx';
import { ActList } from './ActList.tsx';

const CasePath = lazy(async () => ({ default: (await import('../../cases/CasePath.tsx')).CasePath }));

/** What came of it so far: acts, clocks, documents, the way through the process, events. */
export function SceneSide({
  scene,
  busy,
  onBack,
}: {
  scene: Scene;
  busy: boolean;
  onBack: (from: number) => void;
}) {
  const { t } = useTranslation();
  const { path, theme } = scene;
  return (
    <Tabs
      size="small"
      items={[
        {
          key: 'acts',
          label: t('rehearsal.tab.acts'),
          children: <ActList scene={scene} busy={busy} onBack={onBack} />,
        },
        {
          key: 'path',
          label: t(theme === null ? 'rehearsal.tab.path' : 'theme.items'),
          children:
            theme !== null ? (
              <ThemeTimeline items={theme.items} />
            ) : path === null || path.xml === null ? (
              <EmptyState text={t('rehearsal.noPath')} />
            ) : (
              <Suspense fallback={<LoadingState />}>
                <CasePath path={path} xml={path.xml} />
              </Suspense>
            ),
        },
        {
          key: 'clocks',
          label: t('rehearsal.tab.clocks', { count: scene.clocks.length }),
          children: <ClockList clocks={scene.clocks} explain={(id) => explainRehearsedClock(scene.id, id)} />,
        },
        {
          key: 'documents',
          label: t('rehearsal.tab.documents', { count: scene.documents.length }),
          children: <Documents scene={scene} />,
        },
        { key: 'events', label: t('rehearsal.tab.events'), children: <Events scene={scene} /> },
      ]}
    />
  );
}

function Documents({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  if (scene.documents.length === 0) return <EmptyState text={t('common.document.none')} />;
  return (
    <>
      <p className="ow-small ow-muted">{t('rehearsal.sealHint')}</p>
      <ul className="ow-list">
        {scene.documents.map(({ id, title, number, issuedAt }) => (
          <li key={id} className="ow-row">
            <div className="ow-grow">
              {say(title)}
              <div className="ow-small ow-muted">
                {number} · {formatInstant(issuedAt, language)}
              </div>
            </div>
            <Button
              size="small"
              onClick={() =>
                setViewed({
                  name: say(title),
                  mediaType: 'application/pdf',
                  path: rehearsedDocument(scene.id, id),
                })
              }
            >
              {t('common.document.view')}
              <span className="ow-hidden">{say(title)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </>
  );
}

function Events({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  if (scene.events.length === 0) return <EmptyState text={t('case.noEvents')} />;
  return (
    <ol className="ow-timeline" reversed>
      {[...scene.events].reverse().map((event) => (
        <li key={event.seq}>
          <div>{say(event.text)}</div>
          <div className="ow-small ow-muted">
            <time dateTime={event.at}>{formatInstant(event.at, language)}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}
