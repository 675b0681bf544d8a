import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

export interface Crumb {
  label: string;
  to?: string;
}

export interface PageProps {
  title: string;
  /** Where the page is, from the console down; the page itself is added. */
  trail?: Crumb[];
  /** Beside the heading: state, counters, buttons. */
  extra?: ReactNode;
  /** No breadcrumb. */
  plain?: boolean;
  children: ReactNode;
}

let lastPath: string | undefined;

/** Frame of a page: title of the document, breadcrumb, heading. After a change of route the heading takes the focus, so that it is read out. */
export function Page({ title, trail = [], extra, plain, children }: PageProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - ${t('app.product')}`;
  }, [title, t]);
  useEffect(() => {
    if (lastPath !== undefined && lastPath !== pathname) heading.current?.focus({ preventScroll: true });
    lastPath = pathname;
  }, [pathname]);
  return (
    <>
      {plain || trail.length === 0 ? null : (
        <nav className="ow-trail" aria-label={t('app.trail')}>
          <ol>
            {trail.map((crumb) => (
              <li key={crumb.label}>
                {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="ow-page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {extra === undefined ? null : <div className="ow-row">{extra}</div>}
      </div>
      {children}
    </>
  );
}
