import type { DesignerHandle } from '@onewindow/designer';
import { Alert, App, Button, Modal, Tag } from 'antd';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useBlocker, useLocation } from 'react-router';
import { diffDraft, lintPack } from '../api/packs.ts';
import type { PackFile, PackView } from '../api/packTypes.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { KeptWork } from './KeptWork.tsx';
import { openDraft } from './openDraft.ts';
import { packName } from './packName.ts';
import { useScenarioRunner } from './rehearsal/useScenarioRunner.ts';
import { RequestBar } from './requests/RequestBar.tsx';
import { ElsewhereNotice } from './together/ElsewhereNotice.tsx';
import { TogetherBar } from './together/TogetherBar.tsx';
import { usePresence } from './together/usePresence.ts';
import { useComments } from './useComments.ts';
import { usePublishing } from './usePublishing.ts';
import { useServerDraft } from './useServerDraft.ts';
import { differs, useUnsavedWork } from './useUnsavedWork.ts';
import { VersionDrawer } from './VersionDrawer.tsx';

/** The comparison comes when it is asked for. */
const CompareDrawer = lazy(async () => ({ default: (await import('./CompareDrawer.tsx')).CompareDrawer }));
/** With the table of differences. */
const HistoryDrawer = lazy(async () => ({
  default: (await import('./together/HistoryDrawer.tsx')).HistoryDrawer,
}));
/** The rehearsal comes when it is asked for. */
const RehearsalDrawer = lazy(async () => ({
  default: (await import('./rehearsal/RehearsalDrawer.tsx')).RehearsalDrawer,
}));
/** bpmn-js and the pack editor are heavy: they come when a pack is opened. */
const DesignerFrame = lazy(async () => ({ default: (await import('./DesignerFrame.tsx')).DesignerFrame }));

/** The designer around one pack: check, draft and publish through the server, versions, work kept over a reload. */
export function PackWorkbench({ pack }: { pack: PackView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { message } = App.useApp();
  const mayPublish = useUser().roles.includes('designer');
  const { packCode, version } = pack;
  /** A pack that was never published is its draft. */
  const isNew = version === 0;
  const [opened] = useState<readonly PackFile[]>(isNew ? (pack.draft?.files ?? []) : pack.files);
  const { kept, keep, forget } = useUnsavedWork(packCode, opened);
  /** Who comes from the import wants what was imported. */
  const { state: cameFor, search } = useLocation();
  const straight = cameFor === openDraft && !isNew && pack.draft !== null ? pack.draft : null;
  const [draftOffered, setDraftOffered] = useState(pack.draft !== null && !isNew && straight === null);
  const [files, setFiles] = useState<readonly PackFile[]>(straight?.files ?? opened);
  /** Version that the work is based on, and that publishing must find live. */
  const [base, setBase] = useState(straight?.baseVersion ?? version);
  const [dirty, setDirty] = useState(isNew);
  const [versions, setVersions] = useState(false);
  const draft = useRef<readonly PackFile[]>(files);
  /** Files compared while the comparison is open: null for none that are unpublished. */
  const [comparing, setComparing] = useState<{ draft: readonly PackFile[] | null }>();
  /** Files rehearsed while the rehearsal is open. */
  const [rehearsing, setRehearsing] = useState<readonly PackFile[]>();
  const designer = useRef<DesignerHandle>(null);
  const runScenarios = useScenarioRunner(packCode);
  const together = usePresence(packCode, dirty && mayPublish);
  const comments = useComments(packCode);
  const [history, setHistory] = useState(false);
  const putFiles = (put: ReadonlyMap<string, string>) => designer.current?.setFiles(put);
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const untouched = files === opened;
  const keptShown = untouched && kept !== undefined;
  /** What this browser kept may be older than what another computer saved: then both are offered. */
  const draftShown =
    untouched && draftOffered && pack.draft !== null && (!keptShown || differs(kept.files, pack.draft.files));
  /** Until it is chosen what is gone on from, nothing is edited: it would be written over what is offered. */
  const mayEdit = mayPublish && !keptShown && !draftShown;
  const { save, settle, drop, elsewhere, state, readElsewhere, goOnFrom } = useServerDraft(pack, {
    base,
    may: mayPublish,
  });
  const lint = useCallback(
    async (checked: readonly PackFile[]) => (await lintPack(packCode, checked)).findings,
    [packCode],
  );
  const compare = useCallback(
    (edited: readonly PackFile[]) => diffDraft(packCode, base, edited),
    [packCode, base],
  );
  const change = useCallback(
    (edited: readonly PackFile[]) => {
      draft.current = edited;
      keep(edited, base);
      save(edited);
    },
    [keep, base, save],
  );
  const published = useCallback(() => {
    forget();
    setDirty(false);
  }, [forget]);
  const publishNow = usePublishing({ packCode, base, approval: pack.approval, onDone: published });
  const publish = useCallback(
    async (edited: readonly PackFile[], note: string) => {
      // The draft says what is published, and no save comes after it.
      save(edited);
      await settle();
      return publishNow(edited, note);
    },
    [save, settle, publishNow],
  );
  /** What is edited now, with what was done a moment ago. */
  const newest = async (): Promise<readonly PackFile[]> => (await designer.current?.files()) ?? draft.current;
  const load = (loaded: readonly PackFile[], from = version) => {
    draft.current = loaded;
    save(loaded);
    setFiles([...loaded]);
    setBase(from);
    setDraftOffered(false);
  };
  const discard = () => {
    forget();
    if (isNew || (keptShown && draftShown)) return;
    setDraftOffered(false);
    void drop();
  };
  return (
    <Page
      title={packName(pack, say)}
      trail={[{ label: t('designer.title'), to: '/designer' }]}
      extra={
        <>
          <Tag>{isNew ? t('designer.unpublished') : t('designer.baseVersion', { version: base })}</Tag>
          <span
            role="status"
            className={dirty && (state === 'offline' || state === 'signedOut') ? 'ow-error' : 'ow-muted'}
          >
            {dirty ? t(`designer.dirty.${state}`) : t('designer.clean')}
          </span>
          {mayPublish ? (
            <Button onClick={() => void newest().then(setRehearsing)}>{t('rehearsal.open')}</Button>
          ) : null}
          <Button onClick={() => setHistory(true)}>{t('together.history')}</Button>
          {isNew ? null : (
            <>
              <Button
                onClick={() => void newest().then((files) => setComparing({ draft: dirty ? files : null }))}
              >
                {t('designer.compare')}
              </Button>
              <Button onClick={() => setVersions(true)}>{t('designer.versions')}</Button>
              <Link to={`/designer/${packCode}/live`}>{t('live.open')}</Link>
            </>
          )}
        </>
      }
    >
      {pack.retired === null ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('designer.retiredBanner', {
            by: pack.retired.by,
            at: formatInstant(pack.retired.at, language),
            note: pack.retired.note,
          })}
        />
      )}
      {elsewhere ? (
        <ElsewhereNotice
          read={readElsewhere}
          current={() => draft.current}
          onMerged={(merged, from) => {
            goOnFrom(from);
            setBase(from.version);
            putFiles(merged);
          }}
        />
      ) : null}
      {keptShown ? (
        <KeptWork
          text={t('designer.keptWork', { at: formatInstant(kept.at, language) })}
          onGoOn={() => load(kept.files, kept.baseVersion)}
          onDiscard={discard}
        />
      ) : null}
      {draftShown && pack.draft !== null ? (
        <KeptWork
          text={t('designer.keptDraft', {
            at: formatInstant(pack.draft.savedAt, language),
            version: pack.draft.baseVersion,
          })}
          goOn={keptShown ? t('designer.goOnDraft') : undefined}
          onGoOn={() => load(pack.draft?.files ?? [], pack.draft?.baseVersion)}
          onDiscard={keptShown ? undefined : discard}
        />
      ) : null}
      {pack.approval && mayPublish ? <RequestBar packCode={packCode} /> : null}
      {together === null ? null : (
        <TogetherBar
          packCode={packCode}
          together={together}
          current={() => draft.current}
          onMerged={
            mayPublish
              ? (merged) => {
                  putFiles(merged);
                  void message.success(t('together.merged'));
                }
              : undefined
          }
        />
      )}
      <div className="ow-designer">
        <Suspense fallback={<LoadingState />}>
          <DesignerFrame
            // What looks and what edits are different drawings of bpmn-js.
            key={String(mayEdit)}
            packCode={packCode}
            files={files}
            published={pack.files}
            readOnly={!mayEdit}
            onChange={change}
            onDirtyChange={setDirty}
            onLint={lint}
            onCompare={isNew ? undefined : compare}
            onPublish={publish}
            onRebase={setBase}
            approval={pack.approval}
            comments={comments}
            commentsOpen={new URLSearchParams(search).get('comments') === 'open'}
            onRunScenarios={mayPublish ? runScenarios : undefined}
            ref={designer}
          />
        </Suspense>
      </div>
      {comparing !== undefined && (
        <Suspense fallback={<LoadingState />}>
          <CompareDrawer pack={pack} draft={comparing.draft} open onClose={() => setComparing(undefined)} />
        </Suspense>
      )}
      {rehearsing !== undefined && (
        <Suspense fallback={<LoadingState />}>
          <RehearsalDrawer
            packCode={packCode}
            name={packName(pack, say)}
            files={rehearsing}
            onKept={(path, text) => {
              designer.current?.setText(path, text);
              setRehearsing(undefined);
              void message.success(t('rehearsal.keep.done', { path }));
            }}
            onClose={() => setRehearsing(undefined)}
          />
        </Suspense>
      )}
      {history ? (
        <Suspense fallback={<LoadingState />}>
          <HistoryDrawer
            packCode={packCode}
            files={draft.current}
            onRestore={mayPublish ? putFiles : undefined}
            onClose={() => setHistory(false)}
          />
        </Suspense>
      ) : null}
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
