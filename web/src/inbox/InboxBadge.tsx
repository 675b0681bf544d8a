import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countTasks } from '../api/tasks.ts';

export const countsKey = ['tasks', 'counts'] as const;

/** How many tasks wait for me, beside the inbox in the header. */
export function InboxBadge() {
  const { t } = useTranslation();
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks, refetchInterval: 60_000 });
  const open = counts.data?.mine ?? 0;
  if (open === 0) return null;
  return (
    <span className="ow-count">
      <span className="ow-hidden">{t('inbox.badge')}</span>
      {open > 99 ? '99+' : open}
    </span>
  );
}
