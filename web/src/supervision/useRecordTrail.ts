import { useTranslation } from 'react-i18next';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import type { Crumb } from '../components/Page.tsx';

/** The way to a record: from the board for a supervisor, from the department's own list for others. */
export function useRecordTrail(tab = 'findings'): Crumb[] {
  const { t } = useTranslation();
  const user = useUser();
  return hasRole(user, ['supervisor'])
    ? [{ label: t('supervision.title'), to: `/supervision?tab=${tab}` }]
    : [{ label: t('records.ownTitle'), to: `/supervised?tab=${tab}` }];
}
