import { DeleteOutlined, SafetyCertificateOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActionKey } from '../api/actionKey.ts';
import { removeFile, takeHeldLicense } from '../api/cases.ts';
import type { CaseMaterial, LicenseSummary, MaterialFile, MaterialRule } from '../api/types.ts';
import { upload } from '../api/upload.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatDay, formatSize } from '../components/formats.ts';
import { MaterialKind, MaterialStatus } from '../components/MaterialStatus.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import type { IntakeDraft } from './useIntakeDraft.ts';

export interface MaterialLineProps {
  caseId: string;
  material: CaseMaterial;
  rule: MaterialRule | undefined;
  /** A license of the store that would satisfy the material. */
  held: LicenseSummary | undefined;
  editable: boolean;
  draft: IntakeDraft;
}

/** One material: its state, its files, upload with progress, or the license that spares the paper. Files can also be dropped on it. */
export function MaterialLine({ caseId, material, rule, held, editable, draft }: MaterialLineProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { modal } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const name = say(material.name);

  const send = async (files: Iterable<File>) => {
    setFailure(null);
    for (const file of files) {
      setShare(0);
      const idempotencyKey = newActionKey();
      const path = `/cases/${caseId}/materials/${material.key}/files`;
      try {
        await draft.write(() => upload<MaterialFile>(path, { file, idempotencyKey, onProgress: setShare }));
      } catch (error) {
        setFailure(error);
        break;
      }
    }
    setShare(null);
  };
  const remove = useAction({
    run: (file: MaterialFile) => draft.write(() => removeFile(caseId, material.key, file.id)),
    success: t('window.materials.removed'),
  });
  const take = useAction({
    run: (license: LicenseSummary) => draft.write(() => takeHeldLicense(caseId, material.key, license.id)),
    success: t('window.materials.taken'),
  });
  const askRemove = (file: MaterialFile) =>
    modal.confirm({
      title: t('window.materials.removeTitle', { name: file.name }),
      okText: t('window.materials.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(file).catch(() => undefined),
    });

  return (
    <li
      onDragOver={(event) => editable && event.preventDefault()}
      onDrop={(event) => {
        if (!editable) return;
        event.preventDefault();
        void send(event.dataTransfer.files);
      }}
    >
      <div className="ow-row">
        <div className="ow-grow ow-row" style={{ gap: '4px 8px' }}>
          <strong>{name}</strong>{' '}
          <MaterialKind required={material.required} keyMaterial={material.keyMaterial} />
          {rule === undefined || !editable ? null : (
            <span className="ow-small ow-muted">
              {t('window.materials.rule', { kinds: rule.accept.join(', '), limit: rule.maxMegabytes })}
            </span>
          )}
        </div>
        {material.status === 'waived' && material.waivedUntil ? (
          <span className="ow-small">
            {t('window.waived.until', { day: formatDay(material.waivedUntil, language) })}
          </span>
        ) : null}
        <MaterialStatus status={material.status} required={material.required} />
        {editable ? (
          <>
            <input
              ref={picker}
              type="file"
              hidden
              multiple
              accept={rule?.accept.map((kind) => `.${kind}`).join(',')}
              onChange={(event) => {
                void send([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            <Button
              icon={<UploadOutlined aria-hidden />}
              loading={share !== null}
              onClick={() => picker.current?.click()}
            >
              {t('window.materials.upload')}
              <span className="ow-hidden">{name}</span>
            </Button>
          </>
        ) : null}
      </div>
      {share === null ? null : (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={t('window.materials.uploading', { name })}
        />
      )}
      <ProblemAlert error={failure} />
      {material.license ? (
        <div className="ow-muted">
          {t('window.materials.byLicense', { number: material.license.licenseNo })}
        </div>
      ) : null}
      {held !== undefined && editable && material.status !== 'held' ? (
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
                path: `/cases/${caseId}/files/${file.id}/content`,
              })
            }
          >
            {file.name}
          </Button>
          <span className="ow-small ow-muted">{formatSize(file.size)}</span>
          {editable ? (
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('window.materials.removeFile', { name: file.name })}
              onClick={() => askRemove(file)}
            />
          ) : null}
        </div>
      ))}
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </li>
  );
}
