import type { PublishOutcome } from '@onewindow/designer';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Tag } from 'antd';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ActionKeys } from '../api/actionKey.ts';
import { diffDraft, lintPack, publishPack } from '../api/packs.ts';
import { Problem } from '../api/problem.ts';
import type { LintFinding, PackFile, PackView } from '../api/types.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { useProblemText } from '../components/useProblemText.ts';
import { packName } from './packName.ts';
import { useUnsavedWork } from './useUnsavedWork.ts';
import { VersionDrawer } from './VersionDrawer.tsx';

/** The comparison comes when it is asked for. */
const CompareDrawer = lazy(async () => ({ default: (await import('./CompareDrawer.tsx')).CompareDrawer }));
/** bpmn-js and the pack editor are heavy: they come when a pack is opened. */
const DesignerFrame = lazy(async () => ({ default: (await import('./DesignerFrame.tsx')).DesignerFrame }));

/** The designer around one pack: check and publish through the server, versions, work kept over a reload. */
export function PackWorkbench({ pack }: { pack: PackView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const words = useProblemText();
  const user = useUser();
  const client = useQueryClient();
  const { kept, keep, forget } = useUnsavedWork(pack);
  const [files, setFiles] = useState<readonly PackFile[]>(pack.files);
  const [dirty, setDirty] = useState(false);
  const [versions, setVersions] = useState(false);
  const draft = useRef<readonly PackFile[]>(pack.files);
  /** Files compared while the comparison is open: null for none that are unpublished. */
  const [comparing, setComparing] = useState<{ draft: readonly PackFile[] | null }>();
  const keys = useRef(new ActionKeys());
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const { packCode, version: baseVersion } = pack;
  const lint = useCallback(
    async (checked: readonly PackFile[]): Promise<LintFinding[]> =>
      (await lintPack(packCode, checked)).findings,
    [packCode],
  );
  const compare = useCallback(
    (edited: readonly PackFile[]) => diffDraft(packCode, baseVersion, edited),
    [packCode, baseVersion],
  );
  const change = useCallback(
    (edited: readonly PackFile[]) => {
      draft.current = edited;
      keep(edited);
    },
    [keep],
  );
  const publish = useCallback(
    async (edited: readonly PackFile[], note: string): Promise<PublishOutcome> => {
      const body = { files: edited, baseVersion, note };
      try {
        const published = await publishPack(packCode, body, keys.current.keyFor(body));
        keys.current.settle();
        forget();
        setDirty(false);
        void message.success(t('designer.publishDone', { version: published.version }));
        await client.invalidateQueries({ queryKey: ['packs'] });
        await client.refetchQueries({ queryKey: ['pack', packCode] });
        return { ok: true, version: published.version };
      } catch (error) {
        keys.current.settle(error);
        const findings = error instanceof Problem ? error.document['findings'] : undefined;
        return {
          ok: false,
          message: words(error),
          ...(Array.isArray(findings) ? { findings: findings as LintFinding[] } : {}),
        };
      }
    },
    [packCode, baseVersion, client, forget, message, t, words],
  );
  const load = (loaded: readonly PackFile[]) => {
    draft.current = loaded;
    setFiles([...loaded]);
  };
  return (
    <Page
      title={packName(pack, say)}
      trail={[{ label: t('designer.title'), to: '/designer' }]}
      extra={
        <>
          <Tag>{t('designer.baseVersion', { version: pack.version })}</Tag>
          <span role="status" className="ow-muted">
            {t(dirty ? 'designer.dirty' : 'designer.clean')}
          </span>
          <Button onClick={() => setComparing({ draft: dirty ? draft.current : null })}>
            {t('designer.compare')}
          </Button>
          <Button onClick={() => setVersions(true)}>{t('designer.versions')}</Button>
        </>
      }
    >
      {kept === undefined || files !== pack.files ? null : (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('designer.keptWork')}
          action={
            <div className="ow-row">
              <Button size="small" type="primary" onClick={() => load(kept)}>
                {t('designer.goOn')}
              </Button>
              <Button size="small" onClick={forget}>
                {t('designer.discard')}
              </Button>
            </div>
          }
        />
      )}
      <div className="ow-designer">
        <Suspense fallback={<LoadingState />}>
          <DesignerFrame
            packCode={packCode}
            files={files}
            published={pack.files}
            readOnly={!user.roles.includes('designer')}
            onChange={change}
            onDirtyChange={setDirty}
            onLint={lint}
            onCompare={compare}
            onPublish={publish}
          />
        </Suspense>
      </div>
      {comparing !== undefined && (
        <Suspense fallback={<LoadingState />}>
          <CompareDrawer pack={pack} draft={comparing.draft} open onClose={() => setComparing(undefined)} />
        </Suspense>
      )}
      <VersionDrawer pack={pack} open={versions} onClose={() => setVersions(false)} onTake={load} />
      <Modal
        open={leaving.state === 'blocked'}
        title={t('designer.leave.title')}
        okText={t('designer.leave.go')}
        cancelText={t('designer.leave.stay')}
        onOk={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        <p>{t('designer.leave.text')}</p>
      </Modal>
    </Page>
  );
}
