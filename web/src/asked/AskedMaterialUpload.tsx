import { Progress, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActionKey } from '../api/actionKey.ts';
import type { MaterialRequest } from '../api/asked.ts';
import type { MaterialFile } from '../api/caseTypes.ts';
import { upload } from '../api/upload.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatSize } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { UploadButton } from '../components/UploadButton.tsx';

/** One wanted material with its upload; what has come in since it was asked for is named. */
export function AskedMaterialUpload({
  owner,
  line,
  onUploaded,
}: {
  /** API path of the case: `/cases/{id}`, or `/portal/cases/{id}` for the applicant. */
  owner: string;
  line: MaterialRequest['lines'][number];
  onUploaded: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const name = say(line.name);
  const send = async (files: Iterable<File>) => {
    setFailure(null);
    const path = `${owner}/materials/${line.key}/files`;
    try {
      for (const file of files)
        await upload<MaterialFile>(path, { file, idempotencyKey: newActionKey(), onProgress: setShare });
    } catch (error) {
      setFailure(error);
    }
    setShare(null);
    await onUploaded();
  };
  return (
    <li>
      <div className="ow-row">
        <div className="ow-grow">
          <strong>{name}</strong>：{line.problem}{' '}
          <span className="ow-small ow-muted">
            {t('window.materials.rule', { kinds: line.accept.join(', '), limit: line.maxMegabytes })}
          </span>
        </div>
        <Tag variant="outlined">
          {t(line.supplied ? 'asked.material.supplied' : 'asked.material.lacking')}
        </Tag>
        <UploadButton
          name={name}
          accept={line.accept}
          loading={share !== null}
          onFiles={(files) => void send(files)}
        />
      </div>
      {share === null ? null : (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={t('window.materials.uploading', { name })}
        />
      )}
      <ProblemAlert error={failure} />
      {line.files.map((file) => (
        <div key={file.id} className="ow-small">
          {file.name} <span className="ow-muted">{formatSize(file.size)}</span>
        </div>
      ))}
    </li>
  );
}
