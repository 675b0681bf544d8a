import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { Brand } from './Brand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { SkipLink } from './SkipLink.tsx';

/** Frame of the pages for everybody: plain, one column, good on a phone. */
export function PublicShell() {
  const { t } = useTranslation();
  return (
    <>
      <SkipLink />
      <header className="ow-header">
        <div className="ow-header-inner">
          <Brand to="/" />
          <div className="ow-header-end">
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <OfflineNotice />
      <main id="main" className="ow-public" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="ow-footer">
        <span>{t('app.footer')}</span>
        <Link to="/appointments">{t('app.nav.booking')}</Link>
        <Link to="/notices">{t('app.nav.notices')}</Link>
        <Link to="/complaints">{t('app.nav.complaints')}</Link>
        <Link to="/publications">{t('app.nav.published')}</Link>
        <Link to="/verify">{t('app.nav.verify')}</Link>
        <a href="/portal">{t('portal.nav.label')}</a>
        <Link to="/login">{t('app.nav.staff')}</Link>
      </footer>
    </>
  );
}
