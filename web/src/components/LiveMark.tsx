import { SyncOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

/** Whether the page renews itself at once or from time to time. */
export function LiveMark({ live }: { live: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="ow-small ow-muted" role="status">
      {live ? <ThunderboltOutlined aria-hidden /> : <SyncOutlined aria-hidden />}{' '}
      {t(live ? 'common.live' : 'common.notLive')}
    </span>
  );
}
