import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from './LoadingState.tsx';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Draws every page of a PDF on a canvas; its text is given to assistive technology. Author scripts in the file never run. */
export function PdfPages({ blob }: { blob: Blob }) {
  const { t } = useTranslation();
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    setDocument(undefined);
    setFailed(false);
    const opening = blob
      .arrayBuffer()
      .then((data) => getDocument({ data, isEvalSupported: false, useWasm: false }).promise);
    opening.then(
      (opened) => (left ? void opened.loadingTask.destroy() : setDocument(opened)),
      () => !left && setFailed(true),
    );
    return () => {
      left = true;
      void opening.then((opened) => opened.loadingTask.destroy()).catch(() => undefined);
    };
  }, [blob]);
  if (failed) return <p style={{ padding: 16 }}>{t('common.viewer.broken')}</p>;
  if (document === undefined) return <LoadingState />;
  return Array.from({ length: document.numPages }, (_, index) => (
    <PdfPage key={`${document.fingerprints[0]}-${index}`} document={document} number={index + 1} />
  ));
}

function PdfPage({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    let left = false;
    let cancel: () => void = () => undefined;
    const draw = async () => {
      const page = await document.getPage(number);
      const surface = canvas.current;
      if (left || surface === null) return;
      const shown = Math.min((surface.parentElement?.parentElement?.clientWidth ?? 800) - 24, 1000);
      const scale =
        (shown / page.getViewport({ scale: 1 }).width) * Math.min(window.devicePixelRatio || 1, 2);
      const viewport = page.getViewport({ scale });
      surface.width = viewport.width;
      surface.height = viewport.height;
      setWidth(shown);
      const drawing = page.render({ canvas: surface, viewport });
      cancel = () => drawing.cancel();
      await drawing.promise;
      const content = await page.getTextContent();
      if (!left) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    draw().catch(() => undefined);
    return () => {
      left = true;
      cancel();
    };
  }, [document, number]);
  return (
    <div className="ow-pdf-page" style={width === undefined ? undefined : { width }}>
      <canvas ref={canvas} aria-hidden />
      <p className="ow-hidden">{text}</p>
    </div>
  );
}
