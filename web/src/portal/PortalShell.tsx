import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { signOutPortal } from '../api/portal.ts';
import { whenSignedOut } from '../api/request.ts';
import { OfflineNotice } from '../app/OfflineNotice.tsx';
import { SkipLink } from '../app/SkipLink.tsx';
import { useAction } from '../components/useAction.ts';
import { KioskGuard } from './KioskGuard.tsx';
import { PortalHeader } from './PortalHeader.tsx';
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
      <PortalHeader signedIn={account !== null} onLeave={() => leave.mutate(undefined)} />
      <OfflineNotice />
      {kiosk && account !== null ? <KioskGuard onOver={() => leave.mutate(undefined)} /> : null}
      <main id="main" className="ow-public" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="ow-footer">
        <span>{t('app.footer')}</span>
        <a href="/notices">{t('app.nav.notices')}</a>
        <a href="/complaints">{t('app.nav.complaints')}</a>
        <a href="/publications">{t('app.nav.published')}</a>
        <a href="/verify">{t('app.nav.verify')}</a>
        {kiosk ? null : <a href="/login">{t('app.nav.staff')}</a>}
      </footer>
      <ScrollRestoration />
    </div>
  );
}
