import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActionKey } from '../api/actionKey.ts';
import { type Position, type ReportPhoto, uploadReportPhoto } from '../api/dispatch.ts';
import { formatSize } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

export interface PhotoSectionProps {
  packCode: string;
  accept: readonly string[];
  photos: readonly ReportPhoto[];
  onChange: (photos: ReportPhoto[]) => void;
  /** Told where a photograph says that it was taken. */
  onPosition: (position: Position) => void;
}

/** Photographs of the report, sent as they are taken. */
export function PhotoSection({ packCode, accept, photos, onChange, onPosition }: PhotoSectionProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const add = async (files: File[]) => {
    setFailure(null);
    setBusy(true);
    let known = [...photos];
    try {
      for (const file of files) {
        const photo = await uploadReportPhoto(packCode, file, newActionKey());
        known = [...known, photo];
        onChange(known);
        const { longitude, latitude } = photo.photo;
        if (longitude !== undefined && latitude !== undefined) onPosition({ longitude, latitude });
      }
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accept.map((kind) => `.${kind}`).join(',')}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon={<CameraOutlined aria-hidden />} loading={busy} onClick={() => picker.current?.click()}>
        {t('dispatch.report.addPhoto')}
      </Button>
      <ProblemAlert error={failure} />
      <ul className="ow-list" aria-label={t('dispatch.report.photos')}>
        {photos.map((photo) => (
          <li key={photo.id} className="ow-row">
            <span className="ow-grow">{photo.name}</span>
            <span className="ow-small ow-muted">{formatSize(photo.size)}</span>
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('dispatch.report.removePhoto', { name: photo.name })}
              onClick={() => onChange(photos.filter((other) => other.id !== photo.id))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
