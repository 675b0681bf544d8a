import { CloseOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FileViewer, type ViewedFile } from '../components/FileViewer.tsx';

/** A material shown beside the form, so that both are read at once. Takes the focus when another file is opened. */
export function PreviewPane({ file, onClose }: { file: ViewedFile; onClose: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file takes the focus anew
  useEffect(() => box.current?.focus(), [file.path]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      role="region"
      aria-label={t('window.preview.title')}
    >
      <Card
        size="small"
        title={<h2 className="ow-card-title">{file.name}</h2>}
        extra={
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('window.preview.close')}
            onClick={onClose}
          />
        }
      >
        <FileViewer key={file.path} file={file} />
      </Card>
    </div>
  );
}
