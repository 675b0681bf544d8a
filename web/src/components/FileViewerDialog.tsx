import { Modal } from 'antd';
import { FileViewer, type FileViewerProps, type ViewedFile } from './FileViewer.tsx';

export type { ViewedFile } from './FileViewer.tsx';

/** Shows one file over the page. */
export function FileViewerDialog({
  file,
  onClose,
  onPrint,
}: {
  file: ViewedFile | null;
  onClose: () => void;
  onPrint?: FileViewerProps['onPrint'];
}) {
  return (
    <Modal
      open={file !== null}
      onCancel={onClose}
      footer={null}
      title={file?.name ?? ''}
      width={900}
      style={{ top: 24 }}
      destroyOnHidden
    >
      {file === null ? null : <FileViewer file={file} {...(onPrint === undefined ? {} : { onPrint })} />}
    </Modal>
  );
}
