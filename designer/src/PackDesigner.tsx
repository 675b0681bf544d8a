import { Alert, Button, Spin, Tabs } from 'antd';
import {
  Activity,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { drawingTexts } from './arrange/drawingTexts.ts';
import { Announcements } from './bpmn/Announcements.tsx';
import { PackEditor } from './bpmn/PackEditor.ts';
import { useModeler } from './bpmn/useModeler.ts';
import { useModelerEvent } from './bpmn/useModelerEvent.ts';
import { CommentPanel } from './comments/CommentPanel.tsx';
import { commentTexts } from './comments/commentTexts.ts';
import { useCommentMarks } from './comments/useCommentMarks.ts';
import { DesignerContext, type Designing } from './DesignerContext.ts';
import { useDesignerHandle } from './DesignerHandle.ts';
import { designerTexts } from './i18n/designerTexts.ts';
import { FindingList } from './lint/FindingList.tsx';
import { countByTab } from './lint/groupFindings.ts';
import { markFindings } from './lint/markFindings.ts';
import { placeOf } from './lint/placeOf.ts';
import { TabLabel } from './lint/TabLabel.tsx';
import { useFindings } from './lint/useFindings.ts';
import type { HostServices } from './model/hostServices.ts';
import { MANIFEST, readManifest } from './model/manifest.ts';
import { PackStore } from './model/PackStore.ts';
import type { Finding, PackDesignerProps, PublishOutcome } from './model/packFiles.ts';
import { OutlineList } from './outline/OutlineList.tsx';
import { useScenarioRuns } from './scenarios/useScenarioRuns.ts';
import { Toolbar } from './Toolbar.tsx';
import { ContentTab, type ContentTabKey, contentTabs } from './tabs/ContentTab.tsx';
import type { LedPlace } from './tabs/useLedPlace.ts';
import type { PackWorker } from './worker/PackWorker.ts';
import { usePackWorker } from './worker/usePackWorker.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './palette/palette.css';
import './designer.css';

// Whatever is not seen when a pack opens comes when it is asked for.
const BlockDialog = lazy(async () => ({ default: (await import('./blocks/BlockDialog.tsx')).BlockDialog }));
/** Begins to come with the designer; the drawing does not wait for it. */
const panel = () => import('./panel/ElementPanel.tsx');
const ElementPanel = lazy(async () => ({ default: (await panel()).ElementPanel }));
const FilesTab = lazy(async () => ({ default: (await import('./tabs/FilesTab.tsx')).FilesTab }));
const FormsTab = lazy(async () => ({ default: (await import('./tabs/FormsTab.tsx')).FormsTab }));
const ImportDialog = lazy(async () => ({
  default: (await import('./import/ImportDialog.tsx')).ImportDialog,
}));
const PublishDialog = lazy(async () => ({
  default: (await import('./publish/PublishDialog.tsx')).PublishDialog,
}));
const RoutingTab = lazy(async () => ({ default: (await import('./routing/RoutingTab.tsx')).RoutingTab }));
const ScenariosTab = lazy(async () => ({
  default: (await import('./scenarios/ScenariosTab.tsx')).ScenariosTab,
}));
const SimulationPanel = lazy(async () => ({
  default: (await import('./simulation/SimulationPanel.tsx')).SimulationPanel,
}));

type Tab = 'process' | 'forms' | 'routing' | ContentTabKey | 'scenarios' | 'files';

const noHost: HostServices = {};
/** In the order of work. */
const tabs: readonly Tab[] = ['process', 'forms', 'routing', ...contentTabs, 'scenarios', 'files'];
const noDepartments: NonNullable<PackDesignerProps['departments']> = [];

/** Designer of one service pack: process, forms, limits, texts. Fills the height of its parent. */
export function PackDesigner(props: PackDesignerProps) {
  const {
    packCode,
    files: given,
    published = given,
    locale,
    readOnly = false,
    host = noHost,
    departments = noDepartments,
    onLint,
    onPublish,
    onRebase,
    onCompare,
    onChange,
    onDirtyChange,
    onRunScenarios,
    approval = false,
    comments,
    commentsOpen = false,
    ref,
  } = props;
  const texts = designerTexts[locale];
  const store = useMemo(() => new PackStore(given, published), [given, published]);
  const files = useSyncExternalStore(store.subscribe, store.snapshot);
  const container = useRef<HTMLDivElement>(null);
  const packWorker = usePackWorker(host.readRules);
  const saveApart = useCallback(
    (texts: Parameters<PackWorker['save']>[0]) =>
      packWorker()?.save(texts) ?? Promise.reject(new Error('no worker')),
    [packWorker],
  );
  const check = useCallback(
    async (checked: ReadonlyMap<string, string>) => {
      const elsewhere = async () => {
        const found = await onLint([...checked].map(([path, text]) => ({ path, text })));
        return (await import('./lint/carryOut.ts')).addFixes(found, checked);
      };
      return packWorker()?.lint(checked).catch(elsewhere) ?? elsewhere();
    },
    [packWorker, onLint],
  );
  const look = useRef<(process: string) => void>(() => undefined);
  const { modeler, selected, revision, problem, lost, laidOut, flush, draw } = useModeler({
    container,
    store,
    locale,
    readOnly,
    saveApart,
    onDrawn: (process) => look.current(process),
  });
  const found = useFindings({ store, files, ready: modeler !== null || problem !== null, draw, check });
  const { findings, state, show } = found;
  look.current = found.look;
  const [tab, setTab] = useState<Tab>('process');
  const [openFile, setOpenFile] = useState<string | null>(null);
  const [led, setLed] = useState<LedPlace | null>(null);
  const counts = useMemo(() => countByTab(findings), [findings]);
  const [publishing, setPublishing] = useState(false);
  const [everPublishing, setEverPublishing] = useState(false);
  const [simulating, setSimulating] = useState(false);
  const [talking, setTalking] = useState(commentsOpen);
  const commentCounts = useCommentMarks(modeler, comments, revision);
  const [asking, setAsking] = useState<'import' | 'block' | null>(null);
  const listeners = useRef({ onChange, onDirtyChange });
  listeners.current = { onChange, onDirtyChange };
  const { dirty } = store;

  useModelerEvent(modeler, 'pack.block', () => setAsking('block'));

  const designing = useMemo<Designing | null>(() => {
    if (modeler === null) return null;
    const editor = new PackEditor(modeler, store);
    // Drawn anew with each change of the diagram (`revision`) and of the files.
    return {
      editor,
      files,
      manifest: readManifest(files.get(MANIFEST) ?? ''),
      texts,
      locale,
      readOnly,
      host,
      departments,
      commentCounts,
      revision,
    };
  }, [modeler, store, files, texts, locale, readOnly, host, departments, commentCounts, revision]);

  useDesignerHandle(ref, designing, flush);
  const runs = useScenarioRuns(designing, onRunScenarios);
  useEffect(() => listeners.current.onDirtyChange?.(dirty), [dirty]);
  // At once, not when it is drawn: a page that closes draws no more.
  useEffect(() => store.subscribe(() => listeners.current.onChange?.(store.list())), [store]);
  useEffect(() => {
    if (modeler !== null) markFindings(modeler, findings, locale);
  }, [modeler, findings, locale]);

  const go = useRef((_finding: Finding) => undefined as void);
  go.current = (finding) => {
    if (finding.element !== undefined && designing?.editor.element(finding.element) !== undefined) {
      setTab('process');
      requestAnimationFrame(() => designing.editor.show(finding.element ?? ''));
      return;
    }
    const { tab: wanted, at } = placeOf(finding);
    setOpenFile(finding.file);
    setTab(tabs.find((key) => key === wanted) ?? 'files');
    setLed((old) => ({ at, turn: (old?.turn ?? 0) + 1 }));
  };
  const lead = useCallback((finding: Finding) => go.current(finding), []);
  const closePublish = (outcome?: PublishOutcome) => {
    setPublishing(false);
    if (outcome?.ok !== false || outcome.findings === undefined) return;
    const { findings: refused } = outcome;
    void import('./lint/carryOut.ts').then(({ addFixes }) => show(addFixes(refused, store.snapshot())));
  };
  const compare = useCallback(async () => {
    if (onCompare === undefined) throw new Error('nothing to compare with');
    await flush();
    return onCompare(store.list());
  }, [onCompare, store, flush]);
  // Not drawn anew with every edit.
  const head = useMemo(
    () => (
      <Tabs
        activeKey={tab}
        onChange={(key) => {
          setLed(null);
          setTab(key as Tab);
        }}
        size="small"
        items={tabs.map((key) => ({
          key,
          label: <TabLabel name={texts.tabs[key]} count={counts.get(key) ?? 0} />,
        }))}
      />
    ),
    [tab, texts, counts],
  );
  const others = {
    forms: <FormsTab key={openFile} open={openFile} />,
    routing: <RoutingTab />,
    scenarios: <ScenariosTab runs={runs} onShow={() => setTab('process')} />,
    files: <FilesTab key={openFile} open={openFile} />,
  };

  return (
    <div className="owd" lang={locale}>
      <DesignerContext value={designing}>
        <div className="owd-head">
          {head}
          {designing !== null && (
            <Toolbar
              dirty={dirty}
              drawing={tab === 'process'}
              onImport={() => setAsking('import')}
              simulating={simulating}
              onSimulate={() => {
                setTalking(false);
                setSimulating(!simulating);
              }}
              talk={
                comments && {
                  name: commentTexts[locale].open(
                    comments.threads.filter((thread) => thread.state === 'open').length,
                  ),
                  open: talking,
                  onToggle: () => {
                    setSimulating(false);
                    setTalking(!talking);
                  },
                }
              }
              onBlock={() => setAsking('block')}
              approval={approval}
              onPublish={() => {
                setEverPublishing(true);
                setPublishing(true);
              }}
            />
          )}
        </div>
        {problem !== null && (
          <Alert
            type="error"
            showIcon
            title={texts.importFailed}
            description={problem}
            action={
              store.canTakeBack && <Button onClick={() => store.takeBack()}>{texts.takeImportBack}</Button>
            }
          />
        )}
        {laidOut && <Alert type="info" showIcon closable title={drawingTexts[locale].drawn} />}
        {lost.length > 0 && <Alert type="warning" showIcon title={texts.rewritten(lost.length)} />}
        <div className="owd-body" hidden={tab !== 'process'}>
          {designing !== null && (
            // Behind another tab it is brought up to date when there is nothing else to do.
            <Activity mode={tab === 'process' ? 'visible' : 'hidden'}>
              <OutlineList selected={selected} findings={findings} />
            </Activity>
          )}
          <div ref={container} className="owd-canvas" />
          {designing !== null && simulating && (
            <Suspense fallback={<Spin className="owd-loading" />}>
              <SimulationPanel onClose={() => setSimulating(false)} />
            </Suspense>
          )}
          {designing !== null && talking && comments !== undefined && (
            <CommentPanel comments={comments} selected={selected} onClose={() => setTalking(false)} />
          )}
          {designing !== null && !simulating && !talking && (
            <Activity mode={tab === 'process' ? 'visible' : 'hidden'}>
              <Suspense fallback={<aside className="owd-panel" />}>
                <ElementPanel selected={selected} />
              </Suspense>
            </Activity>
          )}
        </div>
        {designing !== null && tab !== 'process' && (
          <div className="owd-other">
            {tab === 'forms' || tab === 'routing' || tab === 'scenarios' || tab === 'files' ? (
              <Suspense fallback={<Spin className="owd-loading" />}>{others[tab]}</Suspense>
            ) : (
              <ContentTab tab={tab} place={led} />
            )}
          </div>
        )}
        {modeler !== null && <Announcements modeler={modeler} locale={locale} />}
        {designing !== null && <FindingList findings={findings} state={state} onGo={lead} />}
        {designing !== null && (
          <Suspense fallback={null}>
            {asking === 'import' && (
              <ImportDialog packCode={packCode} check={check} onClose={() => setAsking(null)} />
            )}
            {asking === 'block' && <BlockDialog selected={selected} onClose={() => setAsking(null)} />}
            {everPublishing && (
              <PublishDialog
                open={publishing}
                approval={approval}
                findings={state === 'done' ? findings : []}
                onCompare={publishing && onCompare !== undefined ? compare : null}
                onPublish={async (note) => {
                  await flush();
                  return onPublish(store.list(), note);
                }}
                onRebase={onRebase}
                onClose={closePublish}
              />
            )}
          </Suspense>
        )}
      </DesignerContext>
    </div>
  );
}
