import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ComponentType, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { ConsultDialog } from './ConsultDialog.tsx';
import { CosignDialog } from './CosignDialog.tsx';
import { DelegateDialog } from './DelegateDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { HandBackDialog } from './HandBackDialog.tsx';
import { MaterialsDialog } from './MaterialsDialog.tsx';
import { SendBackDialog } from './SendBackDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';

interface Entry {
  key: string;
  shown: boolean;
  Dialog: ComponentType<DialogProps>;
}

/** The acts of the desk beside completing: a menu that opens their dialogs, by mouse or by Alt+A and the arrow keys. */
export function DeskActions(props: Omit<DialogProps, 'onClose'>) {
  const { task, onDone } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Entry | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { desk } = task;
  const asks = desk.canDelegate && task.role !== 'clerk' && task.case.state === 'accepted';
  const entries: Entry[] = [
    { key: 'handBack', shown: desk.canReturnDelegated, Dialog: HandBackDialog },
    { key: 'transfer', shown: desk.canTransfer, Dialog: TransferDialog },
    { key: 'delegate', shown: desk.canDelegate, Dialog: DelegateDialog },
    {
      key: 'materials',
      shown: asks,
      Dialog: MaterialsDialog,
    },
    { key: 'consult', shown: asks, Dialog: ConsultDialog },
    { key: 'cosign', shown: asks && desk.colleagues.length > 0, Dialog: CosignDialog },
    { key: 'back', shown: desk.back !== null, Dialog: SendBackDialog },
    { key: 'undo', shown: desk.undo === 'possible', Dialog: UndoDialog },
  ].filter(({ shown }) => shown);
  const close = () => {
    setChosen(null);
    button.current?.focus();
  };
  useShortcuts(
    entries.length === 0
      ? []
      : [
          {
            keys: 'Alt+A',
            label: t('desk.actions'),
            run: () => {
              button.current?.focus();
              setOpen(true);
            },
          },
        ],
  );
  if (entries.length === 0) return null;
  const Dialog = chosen?.Dialog;
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        open={open}
        onOpenChange={setOpen}
        menu={{
          items: entries.map((entry) => ({
            key: entry.key,
            label: t(`desk.${entry.key}.title`, { name: task.delegation?.owner.name }),
          })),
          onClick: ({ key, domEvent }) => {
            // The dialog takes the focus while Enter is still held down: left alone, the browser would press its button.
            domEvent.preventDefault();
            setOpen(false);
            setChosen(entries.find((entry) => entry.key === key) ?? null);
          },
        }}
      >
        <Button ref={button} aria-haspopup="menu" aria-expanded={open}>
          {t('desk.actions')} <kbd>Alt+A</kbd> <DownOutlined aria-hidden className="ow-tiny" />
        </Button>
      </Dropdown>
      {Dialog === undefined ? null : (
        <Dialog
          {...props}
          onClose={close}
          onDone={(how) => {
            setChosen(null);
            onDone(how);
          }}
        />
      )}
    </>
  );
}
