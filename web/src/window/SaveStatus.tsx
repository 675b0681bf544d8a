import { CheckOutlined, CloudSyncOutlined, EditOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import type { SaveState } from './useIntakeDraft.ts';

const signs = {
  saved: CheckOutlined,
  waiting: EditOutlined,
  saving: CloudSyncOutlined,
  away: WarningOutlined,
  refused: WarningOutlined,
  conflict: WarningOutlined,
};

/** Whether what was typed is safe. */
export function SaveStatus({ state, onSave }: { state: SaveState; onSave: () => void }) {
  const { t } = useTranslation();
  useShortcuts([{ keys: 'Alt+S', label: t('window.save.now'), run: onSave }]);
  const Sign = signs[state];
  return (
    <>
      <span role="status" className={state === 'away' || state === 'refused' ? 'ow-error' : 'ow-muted'}>
        <Sign aria-hidden /> {t(`window.save.${state}`)}
      </span>
      <Button size="small" onClick={onSave}>
        {t('window.save.now')} <kbd>Alt+S</kbd>
      </Button>
    </>
  );
}
