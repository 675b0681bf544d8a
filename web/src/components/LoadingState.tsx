import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** Shown while something is read. */
export function LoadingState({ full }: { full?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={full ? 'ow-main' : undefined} role="status" aria-busy="true">
      <span className="ow-hidden">{t('common.loading')}</span>
      <Skeleton active paragraph={{ rows: 4 }} title={false} />
    </div>
  );
}
