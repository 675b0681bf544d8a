import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FileViewer, type ViewedFile } from '../components/FileViewer.tsx';
import { MaterialStatus } from '../components/MaterialStatus.tsx';

/** The materials of a case with the chosen file shown beneath. */
export function MaterialViewer({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const files = view.materials.flatMap((material) => material.files);
  const [shown, setShown] = useState(files[0]?.id);
  const file = files.find((one) => one.id === shown);
  const viewed: ViewedFile | undefined =
    file === undefined
      ? undefined
      : { name: file.name, mediaType: file.mediaType, path: `/cases/${view.id}/files/${file.id}/content` };
  if (view.materials.length === 0) return <EmptyState text={t('window.materials.none')} />;
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <ul className="ow-list">
        {view.materials.map((material) => (
          <li key={material.key}>
            <div className="ow-row">
              <span className="ow-grow">{say(material.name)}</span>
              <MaterialStatus status={material.status} required={material.required} />
            </div>
            {material.license ? (
              <div className="ow-small ow-muted">
                {t('window.materials.byLicense', { number: material.license.licenseNo })}
              </div>
            ) : null}
            {material.files.map((one) => (
              <Button
                key={one.id}
                size="small"
                type={one.id === shown ? 'primary' : 'default'}
                aria-pressed={one.id === shown}
                onClick={() => setShown(one.id)}
              >
                {one.name}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {viewed === undefined ? null : <FileViewer key={viewed.path} file={viewed} />}
    </div>
  );
}
