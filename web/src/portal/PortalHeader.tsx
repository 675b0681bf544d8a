import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { Brand } from '../app/Brand.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';

/** Header of the applicant's pages: on a phone one row with a menu, elsewhere everything at once. */
export function PortalHeader({ signedIn, onLeave }: { signedIn: boolean; onLeave: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the menu is closed again
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <header className="ow-header ow-portal-header">
      <div className="ow-header-inner">
        <Brand to="/portal" />
        <button
          ref={opener}
          type="button"
          className="ow-header-button ow-portal-menu-button"
          aria-expanded={open}
          aria-controls="portal-menu"
          onClick={() => setOpen(!open)}
        >
          {open ? <CloseOutlined aria-hidden /> : <MenuOutlined aria-hidden />} {t('portal.nav.menu')}
        </button>
        <div id="portal-menu" className={open ? 'ow-portal-menu ow-open' : 'ow-portal-menu'}>
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
              {signedIn ? (
                <li>
                  <NavLink to="/portal/account" className="ow-nav-link">
                    {t('portal.nav.account')}
                  </NavLink>
                </li>
              ) : null}
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
        </div>
      </div>
    </header>
  );
}
