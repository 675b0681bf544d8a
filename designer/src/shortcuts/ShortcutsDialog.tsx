import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { shortcutTexts } from './shortcutTexts.ts';
import './shortcuts.css';

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** All keys of the designer; `?` opens it while nothing is being typed. */
export function ShortcutsDialog({ open, onOpen, onClose }: ShortcutsDialogProps) {
  const { locale } = useDesigning();
  const texts = shortcutTexts[locale];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if ((event.key !== '?' && event.key !== '？') || typing) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onOpen]);
  return (
    <Modal
      open={open}
      title={texts.title}
      width={680}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{texts.close}</Button>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className="owd-shortcuts" tabIndex={0} role="region" aria-label={texts.title}>
        {texts.groups.map(({ name, shortcuts }) => (
          <table key={name}>
            <caption>{name}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.keys}</th>
                <th scope="col">{texts.what}</th>
              </tr>
            </thead>
            <tbody>
              {shortcuts.map(([keys, what]) => (
                <tr key={keys}>
                  <td>
                    <kbd>{keys}</kbd>
                  </td>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Modal>
  );
}
