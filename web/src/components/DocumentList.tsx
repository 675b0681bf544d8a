import { DownloadOutlined, EyeOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDocument } from '../api/caseTypes.ts';
import { request, requestBlob } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from './EmptyState.tsx';
import { FileViewerDialog, type ViewedFile } from './FileViewerDialog.tsx';
import { formatInstant } from './formats.ts';
import { LoadingState } from './LoadingState.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { saveBlob } from './saveBlob.ts';
import { useAction } from './useAction.ts';

export function useCaseDocuments(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'documents'],
    queryFn: () => request<{ items: CaseDocument[] }>('GET', `/cases/${caseId}/documents`),
  });
}

/** The sealed documents of a case: look, print, keep. One not yet drawn is drawn when it is fetched. */
export function DocumentList({
  caseId,
  onPrint,
}: {
  caseId: string;
  /** Prints a document; through the browser when left out. */
  onPrint?: (pdf: Blob) => void | Promise<void>;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const documents = useCaseDocuments(caseId);
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const path = (document: CaseDocument) => `/cases/${caseId}/documents/${document.id}/content`;
  const fileName = (document: CaseDocument) => `${say(document.title)}-${document.number}.pdf`;
  const download = useAction({
    run: (document: CaseDocument) => requestBlob(path(document)),
    done: (blob, document) => saveBlob(blob, fileName(document)),
  });
  if (documents.isPending) return <LoadingState />;
  if (documents.error !== null)
    return <ProblemAlert error={documents.error} onRetry={() => void documents.refetch()} />;
  if (documents.data.items.length === 0) return <EmptyState text={t('common.document.none')} />;
  return (
    <>
      <ul className="ow-list">
        {documents.data.items.map((document) => (
          <li key={document.id}>
            <div>
              <FilePdfOutlined aria-hidden /> {say(document.title)}
            </div>
            <div className="ow-small ow-muted">
              {document.number} · {formatInstant(document.issuedAt, language)}
            </div>
            <div className="ow-row">
              <Button
                size="small"
                icon={<EyeOutlined aria-hidden />}
                onClick={() =>
                  setViewed({ name: fileName(document), mediaType: 'application/pdf', path: path(document) })
                }
              >
                {t('common.document.view')}
                <span className="ow-hidden">{say(document.title)}</span>
              </Button>
              <Button
                size="small"
                icon={<DownloadOutlined aria-hidden />}
                loading={download.isPending}
                onClick={() => download.mutate(document)}
              >
                {t('common.download')}
                <span className="ow-hidden">{say(document.title)}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FileViewerDialog
        file={viewed}
        onClose={() => setViewed(null)}
        {...(onPrint === undefined ? {} : { onPrint })}
      />
    </>
  );
}
