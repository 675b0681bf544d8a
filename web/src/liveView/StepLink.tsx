import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUser } from '../app/session.ts';

/** How many tasks of a step wait, leading to their list for whoever may see it. */
export function StepLink({ packCode, stepKey, tasks }: { packCode: string; stepKey: string; tasks: number }) {
  const { t } = useTranslation();
  const { roles } = useUser();
  const view = roles.includes('supervisor') ? 'all' : roles.includes('approver') ? 'department' : undefined;
  if (view === undefined || tasks === 0) return <>{tasks}</>;
  return (
    <Link to={`/inbox?${new URLSearchParams({ view, packCode, stepKey })}`}>
      {t('live.toList', { count: tasks })}
    </Link>
  );
}
