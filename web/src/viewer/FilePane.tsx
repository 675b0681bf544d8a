import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Annotation, addAnnotation, type PageBox } from '../api/annotations.ts';
import { requestBlob } from '../api/request.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { printBlob, saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';
import { MarkLayer } from './MarkLayer.tsx';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import { PageCanvas } from './PageCanvas.tsx';
import { hasPages } from './pageSource.ts';
import { Thumbnails } from './Thumbnails.tsx';
import { usePageSource } from './usePageSource.ts';
import { useStage } from './useStage.ts';
import { ViewerToolbar } from './ViewerToolbar.tsx';
import './viewer.css';

const firstBox: PageBox = { x: 0.3, y: 0.3, width: 0.4, height: 0.15 };

export interface FilePaneProps {
  caseId: string;
  file: { id: string; name: string; mediaType: string };
  /** Notes of the department on the case; undefined: this reader has none and makes none. */
  notes: readonly Annotation[] | undefined;
  onNotesChanged: () => void;
}

/** One file of a case, page by page: zoom, turn, small pictures, notes; everything by keyboard too. */
export function FilePane({ caseId, file, notes, onNotesChanged }: FilePaneProps) {
  const { t } = useTranslation();
  const id = useId();
  const path = `/cases/${caseId}/files/${file.id}/content`;
  const bytes = useQuery({
    queryKey: ['file', path],
    queryFn: () => requestBlob(path),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const shown = hasPages(file.mediaType);
  const source = usePageSource(shown ? bytes.data : undefined, file.mediaType);
  const stage = useStage(source);
  const [box, setBox] = useState<PageBox | null>(null);
  const [writing, setWriting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const noteField = useRef<InputRef>(null);
  useEffect(() => {
    if (writing) noteField.current?.focus();
  }, [writing]);
  const stop = () => {
    setBox(null);
    setWriting(false);
    setFailure(null);
    stage.place.current?.focus();
  };
  const add = useAction({
    run: (body: { note: string; toSupplement: boolean; box: PageBox; page: number }, key) =>
      addAnnotation(caseId, { fileId: file.id, ...body }, key),
    success: t('desk.annotation.saved'),
    done: () => {
      stop();
      onNotesChanged();
    },
    failed: setFailure,
  });
  if (bytes.isPending) return <LoadingState />;
  if (bytes.error !== null) return <ProblemAlert error={bytes.error} onRetry={() => void bytes.refetch()} />;
  const marks = (notes ?? [])
    .filter((annotation) => annotation.fileId === file.id)
    .map((annotation, index) => ({ number: index + 1, annotation }));
  const annotate = () => {
    if (notes === undefined) return;
    setWriting(false);
    setBox(box === null ? firstBox : null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'n' || event.key === 'N') annotate();
    else if (!stage.press(event.key)) return;
    event.preventDefault();
  };
  const { page, size, scale, turn } = stage;
  return (
    <section className="ow-pane ow-stack" style={{ gap: 8 }} aria-label={file.name}>
      {shown ? (
        <ViewerToolbar
          name={file.name}
          page={page}
          count={source?.count ?? 1}
          scale={scale}
          annotating={box !== null}
          onPage={stage.goTo}
          onZoom={stage.setZoom}
          onTurn={stage.turnOn}
          onAnnotate={notes === undefined ? undefined : annotate}
          onSave={() => saveBlob(bytes.data, file.name)}
          onPrint={file.mediaType === 'application/pdf' ? () => printBlob(bytes.data) : undefined}
        />
      ) : null}
      {box === null ? null : (
        <p className="ow-small" role="status">
          {t('desk.annotation.adding')}
        </p>
      )}
      <div className="ow-pane-pages">
        {source && source.count > 1 ? <Thumbnails source={source} page={page} onChoose={stage.goTo} /> : null}
        <div
          ref={stage.place}
          className="ow-viewer"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
          tabIndex={0}
          role="region"
          aria-label={shown ? t('desk.viewer.area', { name: file.name, page }) : file.name}
          onKeyDown={onKey}
        >
          {!shown ? <p style={{ padding: 16 }}>{t('common.viewer.noPreview')}</p> : null}
          {shown && source === undefined ? <LoadingState /> : null}
          {source === null ? <p style={{ padding: 16 }}>{t('desk.viewer.broken')}</p> : null}
          {source && size !== null ? (
            <div className="ow-sheet" style={stage.sheetStyle}>
              <div className="ow-sheet-inner" style={stage.innerStyle}>
                <PageCanvas source={source} page={page} scale={scale} size={size} />
                <MarkLayer
                  marks={marks.filter(({ annotation }) => annotation.page === page)}
                  chosen={chosen}
                  turn={turn}
                  box={box}
                  onBox={setBox}
                  onReady={() => setWriting(true)}
                  onCancel={stop}
                  onChoose={setChosen}
                />
              </div>
              <p className="ow-hidden">{stage.text}</p>
            </div>
          ) : null}
        </div>
      </div>
      {box !== null && writing ? (
        <NoteForm
          id={id}
          field={noteField}
          busy={add.isPending}
          failure={failure}
          onSave={(note, toSupplement) => add.mutate({ note, toSupplement, box, page })}
          onCancel={stop}
        />
      ) : null}
      <NoteList
        caseId={caseId}
        marks={marks}
        onChanged={onNotesChanged}
        onShow={(annotation) => {
          stage.goTo(annotation.page);
          setChosen(annotation.id);
          stage.reveal(annotation.id);
        }}
      />
    </section>
  );
}
