import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { User } from '../api/types.ts';
import { MentionLink } from '../comments/MentionLink.tsx';
import { InboxBadge } from '../inbox/InboxBadge.tsx';
import { Brand } from './Brand.tsx';
import { HeaderMenu } from './HeaderMenu.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { navigationFor } from './navigation.ts';
import { ShortcutsButton } from './ShortcutsDialog.tsx';
import { UserMenu } from './UserMenu.tsx';

/** Header of the consoles: name, navigation by role, language, help and the person; a menu on a phone. */
export function AppHeader({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <header className="ow-header">
      <div className="ow-header-inner">
        <Brand to="/" />
        <HeaderMenu>
          <nav aria-label={t('app.nav.label')}>
            <ul className="ow-nav">
              {navigationFor(user).map((entry) => (
                <li key={entry.to}>
                  <NavLink to={entry.to} className="ow-nav-link">
                    {t(entry.label)}
                    {entry.to === '/inbox' ? <InboxBadge /> : null}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ow-header-end">
            <MentionLink user={user} />
            <ShortcutsButton />
            <LanguageSwitch />
            <UserMenu user={user} />
          </div>
        </HeaderMenu>
      </div>
    </header>
  );
}
