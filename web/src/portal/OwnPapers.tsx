import { EyeOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCase } from '../api/portal.ts';
import { requestBlob } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatDay } from '../components/formats.ts';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

interface Paper {
  key: string;
  title: string;
  about: string;
  path: string;
}

/** Documents and licenses that came of the application, to look at and to keep. */
export function OwnPapers({ view }: { view: OwnCase }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const keep = useAction({
    run: (paper: Paper) => requestBlob(paper.path),
    done: (blob, paper) => saveBlob(blob, `${paper.title}.pdf`),
  });
  const papers: Paper[] = [
    ...view.licenses
      .filter(({ state }) => state !== 'draft')
      .map((license) => ({
        key: license.id,
        title: say(license.name),
        about: license.licenseNo,
        path: `/portal/licenses/${license.id}/content`,
      })),
    ...view.documents.map((document) => ({
      key: document.id,
      title: say(document.title),
      about: `${document.number} · ${formatDay(document.issuedAt, language)}`,
      path: `/portal/cases/${view.id}/documents/${document.id}/content`,
    })),
  ];
  if (papers.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('portal.papers')}</h2>}>
      <ul className="ow-list">
        {papers.map((paper) => (
          <li key={paper.key}>
            <strong>{paper.title}</strong>
            <div className="ow-muted">{paper.about}</div>
            <div className="ow-row">
              <Button
                icon={<EyeOutlined aria-hidden />}
                onClick={() =>
                  setViewed({ name: `${paper.title}.pdf`, mediaType: 'application/pdf', path: paper.path })
                }
              >
                {t('common.document.view')}
                <span className="ow-hidden">{paper.title}</span>
              </Button>
              <Button loading={keep.isPending} onClick={() => keep.mutate(paper)}>
                {t('common.download')}
                <span className="ow-hidden">{paper.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </Card>
  );
}
