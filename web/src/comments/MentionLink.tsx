import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { countMentions } from '../api/comments.ts';
import type { User } from '../api/types.ts';
import { hasRole, mentioned } from '../app/navigation.ts';

/** The way to one's mentions in the header, with the number of unread ones. */
export function MentionLink({ user }: { user: User }) {
  const { t } = useTranslation();
  const told = hasRole(user, mentioned);
  const counts = useQuery({
    queryKey: ['mentions', 'counts'],
    queryFn: countMentions,
    refetchInterval: 60_000,
    enabled: told,
  });
  if (!told) return null;
  const unread = counts.data?.unread ?? 0;
  return (
    <NavLink
      to="/mentions"
      className="ow-nav-link"
      aria-label={t('desk.mention.badge', { count: unread })}
      title={t('desk.mention.title')}
    >
      <BellOutlined aria-hidden />
      {unread === 0 ? null : (
        <span className="ow-count" aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </NavLink>
  );
}
