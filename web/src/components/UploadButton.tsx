import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Chooses files of a material and hands them over; the same file may be chosen again. */
export function UploadButton({
  name,
  accept,
  loading,
  onFiles,
}: {
  /** Of the material, for those who cannot see beside what the button stands. */
  name: string;
  /** Endings without a dot. */
  accept: readonly string[];
  loading: boolean;
  onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accept.map((kind) => `.${kind}`).join(',')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={loading} onClick={() => picker.current?.click()}>
        {t('window.materials.upload')}
        <span className="ow-hidden">{name}</span>
      </Button>
    </>
  );
}
