import { CloseOutlined, SplitCellsOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAnnotations } from '../api/annotations.ts';
import type { CaseView, MaterialFile } from '../api/caseTypes.ts';
import type { Role } from '../api/types.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { MaterialStatus } from '../components/MaterialStatus.tsx';
import { FilePane } from '../viewer/FilePane.tsx';

/** Who puts notes on files. */
const judges: readonly Role[] = ['clerk', 'approver', 'head'];

/** The materials of a case with the chosen file shown beneath, or two of them beside each other. */
export function MaterialViewer({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const files = view.materials.flatMap((material) => material.files);
  const [shown, setShown] = useState(files[0]?.id);
  const [second, setSecond] = useState<string>();
  const judge = hasRole(user, judges) && view.state !== 'draft';
  const notesKey = ['case', view.id, 'annotations'];
  const notes = useQuery({
    queryKey: notesKey,
    queryFn: () => listAnnotations(view.id),
    enabled: judge && files.length > 0,
  });
  if (view.materials.length === 0) return <EmptyState text={t('window.materials.none')} />;
  const pane = (id: string | undefined) => {
    const file = files.find((one) => one.id === id);
    return file === undefined ? null : (
      <FilePane
        key={file.id}
        caseId={view.id}
        file={file}
        notes={judge ? (notes.data?.items ?? []) : undefined}
        onNotesChanged={() => void client.invalidateQueries({ queryKey: notesKey })}
      />
    );
  };
  const choice = (one: MaterialFile) => (
    <span key={one.id} className="ow-file">
      <Button
        size="small"
        type={one.id === shown ? 'primary' : 'default'}
        aria-pressed={one.id === shown}
        onClick={() => setShown(one.id)}
      >
        {one.name}
      </Button>
      {files.length < 2 || one.id === shown ? null : (
        <Button
          size="small"
          icon={<SplitCellsOutlined aria-hidden />}
          aria-pressed={one.id === second}
          aria-label={t('desk.viewer.openSecond', { name: one.name })}
          title={t('desk.viewer.second')}
          onClick={() => setSecond(one.id === second ? undefined : one.id)}
        />
      )}
    </span>
  );
  const two = second !== undefined && second !== shown;
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
            {material.files.map(choice)}
          </li>
        ))}
      </ul>
      {two ? (
        <Button icon={<CloseOutlined aria-hidden />} onClick={() => setSecond(undefined)}>
          {t('desk.viewer.closeSecond')}
        </Button>
      ) : null}
      <div className={two ? 'ow-desk-two' : undefined}>
        {pane(shown)}
        {two ? pane(second) : null}
      </div>
    </div>
  );
}
