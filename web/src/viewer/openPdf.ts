import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PageSource } from './pageSource.ts';

GlobalWorkerOptions.workerSrc = workerAddress;

/** PDF points are 1/72 inch, CSS pixels 1/96. */
const points = 96 / 72;

/** A PDF as pages; author scripts in it never run. Rejects when it is broken. */
export async function openPdf(blob: Blob): Promise<PageSource> {
  const data = await blob.arrayBuffer();
  const opened = await getDocument({ data, isEvalSupported: false, useWasm: false }).promise;
  return {
    count: opened.numPages,
    async size(number) {
      const { width, height } = (await opened.getPage(number)).getViewport({ scale: points });
      return { width, height };
    },
    async draw(number, canvas, scale, signal) {
      const page = await opened.getPage(number);
      signal.throwIfAborted();
      const viewport = page.getViewport({ scale: scale * points });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const drawing = page.render({ canvas, viewport });
      signal.addEventListener('abort', () => drawing.cancel());
      await drawing.promise;
    },
    async text(number) {
      const content = await (await opened.getPage(number)).getTextContent();
      return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    },
    close: () => void opened.loadingTask.destroy(),
  };
}
