import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecordAct, type RecordFile, recordFilePath } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatInstant, formatSize } from '../components/formats.ts';

/** What has been done with a record of supervision, in order: who, when, what was written, which papers. */
export function ActList({
  recordId,
  acts,
  files,
}: {
  recordId: string;
  acts: RecordAct[];
  files: RecordFile[];
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const papersOf = (act: RecordAct) => files.filter(({ id }) => act.files.includes(id));
  return (
    <>
      <ol className="ow-timeline">
        {acts.map((act) => (
          <li key={act.seq}>
            <div>{say(act.text)}</div>
            {act.said === null ? null : <p className="ow-said">{act.said}</p>}
            {papersOf(act).map((file) => (
              <div key={file.id}>
                <Button
                  size="small"
                  icon={<PaperClipOutlined aria-hidden />}
                  onClick={() =>
                    setViewed({
                      name: file.name,
                      mediaType: file.mediaType,
                      path: recordFilePath(recordId, file.id),
                    })
                  }
                >
                  {t('records.file', { name: file.name, size: formatSize(file.size) })}
                </Button>
              </div>
            ))}
            <div className="ow-small ow-muted">
              <time dateTime={act.at}>{formatInstant(act.at, language)}</time> ·{' '}
              {act.by === null ? (act.system === null ? '' : say(act.system)) : act.by}
              {act.department === null ? null : t('records.of', { department: act.department })}
            </div>
          </li>
        ))}
      </ol>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </>
  );
}
