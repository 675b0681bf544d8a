import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFoundPage } from './StatusPages.tsx';

/** What is shown when a page breaks or its code cannot be loaded (for example after an upgrade of the server). */
export function RouteFailure({ inside }: { inside?: boolean }) {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const shown = (
    <Result
      status="error"
      title={<h1 className="ow-result-title">{t('app.broken.title')}</h1>}
      subTitle={t('app.broken.text')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      }
    />
  );
  return inside ? shown : <main className="ow-main">{shown}</main>;
}
