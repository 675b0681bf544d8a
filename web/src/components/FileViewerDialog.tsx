import { Modal } from 'antd';
import { FileViewer, type ViewedFile } from './FileViewer.tsx';

export type { ViewedFile } from './FileViewer.tsx';

/** Shows one file over the page. */
export function FileViewerDialog({ file, onClose }: { file: ViewedFile | null; onClose: () => void }) {
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
      {file === null ? null : <FileViewer file={file} />}
    </Modal>
  );
}
