import { Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../components/Page.tsx';

function StatusPage({ title, text, extra }: { title: string; text: string; extra?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page title={title} plain>
      <Result
        icon={<span aria-hidden />}
        title={<span className="ow-muted">{text}</span>}
        extra={extra ?? <Link to="/">{t('app.home')}</Link>}
      />
    </Page>
  );
}

/** 404: the address leads nowhere, or to something this person may not see. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return <StatusPage title={t('app.notFound.title')} text={t('app.notFound.text')} />;
}

/** 403: the page belongs to another role. */
export function ForbiddenPage() {
  const { t } = useTranslation();
  return <StatusPage title={t('app.forbidden.title')} text={t('app.forbidden.text')} />;
}
