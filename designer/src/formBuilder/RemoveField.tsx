import { Modal } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { useFormEditing } from './FormEditing.ts';
import { findFieldUses } from './fieldUses.ts';
import type { FormNode } from './formOutline.ts';
import { removeFromForm } from './formText.ts';
import { formTexts } from './formTexts.ts';
import { UseLines } from './UseLines.tsx';

/** Asks before a field goes, saying what else uses it; undo brings it back. */
export function RemoveField({ node, onClose }: { readonly node: FormNode; readonly onClose: () => void }) {
  const { files, locale } = useDesigning();
  const { path, text, nodes, select, write } = useFormEditing();
  const texts = formTexts[locale];
  const inside = nodes.filter(
    (other) => other.path.length > node.path.length && node.path.every((part, at) => part === other.path[at]),
  );
  const gone = [node, ...inside].filter((one) => !one.isLayout);
  const uses = gone.flatMap((one) => findFieldUses(files, path, one.dataPath));
  return (
    <Modal
      open
      title={texts.removeTitle(node.label)}
      okText={texts.remove}
      okButtonProps={{ danger: true }}
      cancelText={texts.cancel}
      onCancel={onClose}
      onOk={() => {
        write(removeFromForm(text, node.path), texts.said.removed(node.label));
        select(null);
        onClose();
      }}
    >
      {inside.length > 0 && <p>{texts.removeInside(inside.length)}</p>}
      {uses.length > 0 && <p>{texts.removeUsed}</p>}
      <UseLines uses={uses} />
    </Modal>
  );
}
