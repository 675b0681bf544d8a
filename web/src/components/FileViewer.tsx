import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestBlob } from '../api/request.ts';
import { LoadingState } from './LoadingState.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { printBlob, saveBlob } from './saveBlob.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

export interface ViewedFile {
  name: string;
  mediaType: string;
  /** API path of the bytes. */
  path: string;
  query?: Record<string, string>;
}

export interface FileViewerProps {
  file: ViewedFile;
  /** Prints a PDF; through the browser when left out. */
  onPrint?: (pdf: Blob) => void | Promise<void>;
}

/** Shows a picture or a PDF from its bytes: nothing is opened from the server's own origin (uploads are never served inline). */
export function FileViewer({ file, onPrint = printBlob }: FileViewerProps) {
  const { t } = useTranslation();
  const bytes = useQuery({
    queryKey: ['file', file.path, file.query],
    queryFn: () => requestBlob(file.path, file.query),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  if (bytes.isPending) return <LoadingState />;
  if (bytes.error !== null) return <ProblemAlert error={bytes.error} onRetry={() => void bytes.refetch()} />;
  const isPdf = file.mediaType === 'application/pdf';
  const isImage = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.mediaType);
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className="ow-viewer" tabIndex={0} role="region" aria-label={file.name}>
        {isPdf ? (
          <Suspense fallback={<LoadingState />}>
            <PdfPages blob={bytes.data} />
          </Suspense>
        ) : null}
        {isImage ? <BlobImage blob={bytes.data} name={file.name} /> : null}
        {!isPdf && !isImage ? <p style={{ padding: 16 }}>{t('common.viewer.noPreview')}</p> : null}
      </div>
      <div className="ow-row ow-end">
        {isPdf ? <Button onClick={() => void onPrint(bytes.data)}>{t('common.print')}</Button> : null}
        <Button onClick={() => saveBlob(bytes.data, file.name)}>{t('common.download')}</Button>
      </div>
    </div>
  );
}

function BlobImage({ blob, name }: { blob: Blob; name: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === undefined ? null : <img src={address} alt={name} />;
}
