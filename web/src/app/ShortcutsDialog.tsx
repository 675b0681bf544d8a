import { QuestionCircleOutlined } from '@ant-design/icons';
import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutList, useShortcuts } from './ShortcutProvider.tsx';

/** Opens the list of shortcuts of the page that is shown; also by `?`. */
export function ShortcutsButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { all, singleKeys, setSingleKeys } = useShortcutList();
  useShortcuts([{ keys: '?', label: t('app.shortcuts.help'), run: () => setOpen(true) }]);
  return (
    <>
      <button
        type="button"
        className="ow-header-button"
        onClick={() => setOpen(true)}
        aria-label={t('app.shortcuts.title')}
      >
        <QuestionCircleOutlined aria-hidden />
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('app.shortcuts.title')}>
        <table className="ow-plain-table">
          <thead>
            <tr>
              <th scope="col">{t('app.shortcuts.key')}</th>
              <th scope="col">{t('app.shortcuts.does')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((shortcut) => (
              <tr key={`${shortcut.keys} ${shortcut.label}`}>
                <td>
                  <kbd>{shortcut.keys}</kbd>
                </td>
                <td>{shortcut.label}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <Switch
            id="single-keys"
            checked={singleKeys}
            onChange={setSingleKeys}
            aria-labelledby="single-keys-label"
          />{' '}
          <label id="single-keys-label" htmlFor="single-keys">
            {t('app.shortcuts.single')}
          </label>
        </p>
      </Modal>
    </>
  );
}
