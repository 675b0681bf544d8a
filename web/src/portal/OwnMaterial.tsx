import { DeleteOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActionKey } from '../api/actionKey.ts';
import type { MaterialFile } from '../api/caseTypes.ts';
import type { LicenseSummary } from '../api/licenseTypes.ts';
import { type OwnCase, removeOwnFile, takeOwnLicense } from '../api/portal.ts';
import { upload } from '../api/upload.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatSize } from '../components/formats.ts';
import { MaterialStatus } from '../components/MaterialStatus.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { UploadButton } from '../components/UploadButton.tsx';
import { useAction } from '../components/useAction.ts';

/** One material on the phone: its state, its files, upload or a photograph, or the license that spares it. */
export function OwnMaterial({
  caseId,
  material,
  held,
}: {
  caseId: string;
  material: OwnCase['materials'][number];
  held: LicenseSummary | undefined;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const name = say(material.name);
  const refresh = () => client.invalidateQueries({ queryKey: ['portal', 'case', caseId] });

  const send = async (files: readonly File[]) => {
    setFailure(null);
    for (const file of files) {
      setShare(0);
      try {
        await upload<MaterialFile>(`/portal/cases/${caseId}/materials/${material.key}/files`, {
          file,
          idempotencyKey: newActionKey(),
          onProgress: setShare,
        });
      } catch (error) {
        setFailure(error);
        break;
      }
    }
    setShare(null);
    await refresh();
  };
  const remove = useAction({
    run: (file: MaterialFile) => removeOwnFile(caseId, material.key, file.id),
    success: t('window.materials.removed'),
    done: refresh,
  });
  const take = useAction({
    run: (license: LicenseSummary) => takeOwnLicense(caseId, material.key, license.id),
    success: t('window.materials.taken'),
    done: refresh,
  });
  const askRemove = (file: MaterialFile) =>
    modal.confirm({
      title: t('window.materials.removeTitle', { name: file.name }),
      okText: t('window.materials.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(file).catch(() => undefined),
    });
  return (
    <li id={`material-${material.key}`}>
      <div className="ow-row">
        <strong className="ow-grow">{name}</strong>
        <MaterialStatus status={material.status} required={material.required} />
      </div>
      <div className="ow-muted">
        {t(material.required ? 'common.material.required' : 'common.material.optional')} ·{' '}
        {t('window.materials.rule', { kinds: material.accept.join(', '), limit: material.maxMegabytes })}
      </div>
      {material.license ? (
        <div className="ow-muted">
          {t('window.materials.byLicense', { number: material.license.licenseNo })}
        </div>
      ) : null}
      {held !== undefined && material.status !== 'held' ? (
        <Button
          type="link"
          className="ow-link"
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate(held)}
        >
          {t('window.materials.take', { name: say(held.name), number: held.licenseNo })}
        </Button>
      ) : null}
      {material.files.map((file) => (
        <div key={file.id} className="ow-file">
          <Button
            type="link"
            className="ow-link"
            onClick={() =>
              setViewed({
                name: file.name,
                mediaType: file.mediaType,
                path: `/portal/cases/${caseId}/files/${file.id}/content`,
              })
            }
          >
            {file.name}
          </Button>
          <span className="ow-muted">{formatSize(file.size)}</span>
          <Button
            type="text"
            danger
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('window.materials.removeFile', { name: file.name })}
            onClick={() => askRemove(file)}
          />
        </div>
      ))}
      <UploadButton
        name={name}
        accept={material.accept}
        loading={share !== null}
        onFiles={(files) => void send(files)}
      />
      {share === null ? null : (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={t('window.materials.uploading', { name })}
        />
      )}
      <ProblemAlert error={failure} />
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </li>
  );
}
