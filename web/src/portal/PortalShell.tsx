import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { signOutPortal } from '../api/portal.ts';
import { whenSignedOut } from '../api/request.ts';
import { Brand } from '../app/Brand.tsx';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { OfflineNotice } from '../app/OfflineNotice.tsx';
import { SkipLink } from '../app/SkipLink.tsx';
import { useAction } from '../components/useAction.ts';
import { KioskGuard } from './KioskGuard.tsx';
import { isKiosk, portalSessionKey, usePortalSession } from './portalSession.ts';
import './portal.css';

/** Frame of the applicant's pages: one column, made for a phone; larger in a hall. */
export function PortalShell() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = usePortalSession();
  const [kiosk] = useState(isKiosk);
  useEffect(() => {
    whenSignedOut(() => void client.invalidateQueries({ queryKey: portalSessionKey }));
  }, [client]);
  const leave = useAction({
    run: signOutPortal,
    // A load of the page leaves nothing of the person in this browser's memory.
    done: () => location.assign('/portal'),
  });
  const account = session.data?.account ?? null;
  return (
    <div className={kiosk ? 'ow-portal ow-kiosk' : 'ow-portal'}>
      <SkipLink />
      <header className="ow-header">
        <div className="ow-header-inner">
          <Brand to="/portal" />
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
              {account === null ? null : (
                <li>
                  <NavLink to="/portal/account" className="ow-nav-link">
                    {t('portal.nav.account')}
                  </NavLink>
                </li>
              )}
            </ul>
          </nav>
          <div className="ow-header-end">
            <LanguageSwitch />
            {account === null ? (
              <Link className="ow-header-button ow-portal-enter" to="/portal/sign-in">
                {t('portal.signIn.enter')}
              </Link>
            ) : (
              <button type="button" className="ow-header-button" onClick={() => leave.mutate(undefined)}>
                {t('app.signOut')}
              </button>
            )}
          </div>
        </div>
      </header>
      <OfflineNotice />
      {kiosk && account !== null ? <KioskGuard onOver={() => leave.mutate(undefined)} /> : null}
      <main id="main" className="ow-public" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="ow-footer">
        <span>{t('app.footer')}</span>
        <a href="/notices">{t('app.nav.notices')}</a>
        <a href="/publications">{t('app.nav.published')}</a>
        <a href="/verify">{t('app.nav.verify')}</a>
        {kiosk ? null : <a href="/login">{t('app.nav.staff')}</a>}
      </footer>
      <ScrollRestoration />
    </div>
  );
}
