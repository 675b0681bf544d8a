import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { Brand } from '../app/Brand.tsx';
import { HeaderMenu } from '../app/HeaderMenu.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';

/** Header of the applicant's pages: on a phone one row with a menu, elsewhere everything at once. */
export function PortalHeader({ signedIn, onLeave }: { signedIn: boolean; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="ow-header">
      <div className="ow-header-inner">
        <Brand to="/portal" />
        <HeaderMenu>
          <nav aria-label={t('portal.nav.label')}>
            <ul className="ow-nav">
              <li>
                <NavLink end to="/portal" className="ow-nav-link">
                  {t('portal.nav.items')}
                </NavLink>
              </li>
              <li>
                <NavLink to="/portal/cases" className="ow-nav-link">
                  {t('portal.nav.cases')}
                </NavLink>
              </li>
              {signedIn
                ? (['benefits', 'account'] as const).map((own) => (
                    <li key={own}>
                      <NavLink to={`/portal/${own}`} className="ow-nav-link">
                        {t(`portal.nav.${own}`)}
                      </NavLink>
                    </li>
                  ))
                : null}
            </ul>
          </nav>
          <div className="ow-header-end">
            <LanguageSwitch />
            {signedIn ? (
              <button type="button" className="ow-header-button" onClick={onLeave}>
                {t('app.signOut')}
              </button>
            ) : (
              <Link className="ow-header-button ow-portal-enter" to="/portal/sign-in">
                {t('portal.signIn.enter')}
              </Link>
            )}
          </div>
        </HeaderMenu>
      </div>
    </header>
  );
}
