import { Alert, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { DocumentPreview } from '../model/hostServices.ts';
import { pdfOf } from '../model/pdfOf.ts';
import { noticeTexts } from './noticeTexts.ts';

/** Milliseconds without an edit before the document is drawn anew. */
const PAUSE = 600;

interface Drawn {
  readonly answer: DocumentPreview;
  readonly pdf: Blob | null;
}

/** A statutory document as it will be printed, drawn by the program that prints it, and whether everything fits. */
export function DocumentPreviewPane({ kind }: { readonly kind: string }) {
  const { host, manifest, locale } = useDesigning();
  const texts = noticeTexts[locale];
  const [length, setLength] = useState<'usual' | 'long'>('usual');
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null);
  const ask = useRef(host.previewDocument);
  ask.current = host.previewDocument;
  const document = manifest.documents?.[kind];
  const { license } = manifest as { license?: { name?: { 'zh-CN'?: string } } };
  const operation = manifest.operations?.[0]?.name;
  const input = JSON.stringify({
    kind,
    title: document?.title?.['zh-CN'],
    body: document?.body?.['zh-CN'] ?? '',
    values: {
      ...(manifest.name === undefined ? {} : { itemName: manifest.name['zh-CN'] }),
      ...(operation === undefined ? {} : { operationName: operation['zh-CN'] }),
      ...(license?.name?.['zh-CN'] === undefined ? {} : { licenseName: license.name['zh-CN'] }),
    },
    departmentId: manifest.department,
    signatures: (document?.signatures ?? []).map(({ label }) => label?.['zh-CN'] ?? ''),
    long: length === 'long',
  });
  useEffect(() => {
    let overtaken = false;
    const timer = setTimeout(async () => {
      try {
        const answer = await ask.current?.(JSON.parse(input));
        if (overtaken || answer === undefined) return;
        setDrawn({ answer, pdf: answer.pdf === null ? null : pdfOf(answer.pdf) });
      } catch {
        if (!overtaken) setDrawn('failed');
      }
    }, PAUSE);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [input]);
  if (host.previewDocument === undefined) return null;
  return (
    <section aria-label={texts.printed} className="owd-printed">
      <div className="owd-row">
        <h3>{texts.printed}</h3>
        <Segmented<'usual' | 'long'>
          size="small"
          aria-label={texts.sample}
          value={length}
          onChange={setLength}
          options={[
            { value: 'usual', label: texts.usual },
            { value: 'long', label: texts.long },
          ]}
        />
      </div>
      <div role="status">
        {drawn === null && texts.drawing}
        {drawn === 'failed' && <Alert type="warning" showIcon title={texts.notDrawn} />}
        {drawn !== null && drawn !== 'failed' && <Fit answer={drawn.answer} />}
      </div>
      {drawn !== null && drawn !== 'failed' && drawn.pdf !== null && (
        <div className="owd-drawnpage">{host.renderPdf?.(drawn.pdf)}</div>
      )}
    </section>
  );
}

function Fit({ answer }: { readonly answer: DocumentPreview }) {
  const { locale } = useDesigning();
  const texts = noticeTexts[locale];
  const { problem, pages, missingCharacters } = answer;
  if (problem !== null)
    return <Alert type="error" showIcon title={texts.cannotDraw(problem.params['path'] ?? problem.code)} />;
  return (
    <>
      <p className={pages > 1 ? 'owd-fit-warning' : 'owd-fit-success'}>{texts.pages(pages)}</p>
      {missingCharacters.length > 0 && (
        <p className="owd-fit-error">{texts.noGlyph(missingCharacters.join(' '))}</p>
      )}
    </>
  );
}
