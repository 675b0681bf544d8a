import { Button, Result } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseFile } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Page } from '../components/Page.tsx';

/** What became of the report, and the next one under the Enter key. */
export function ReportDone({
  taken,
  onAnother,
}: {
  taken: CaseFile & { merged: boolean };
  onAnother: () => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const steps = taken.currentSteps.map(say).join(' · ');
  return (
    <Page title={t('dispatch.done.title')} trail={[{ label: t('app.nav.dispatch'), to: '/dispatch' }]}>
      <Result
        status="success"
        title={t(taken.merged ? 'dispatch.done.merged' : 'dispatch.done.made', {
          caseNo: taken.caseNo ?? '',
        })}
        subTitle={steps === '' ? t('dispatch.done.pending') : t('dispatch.done.now', { steps })}
        extra={
          <div className="ow-row" style={{ justifyContent: 'center' }}>
            <Button ref={button} type="primary" onClick={onAnother}>
              {t('dispatch.done.another')}
            </Button>
            <Link to={`/cases/${taken.id}`}>{t('case.open')}</Link>
          </div>
        }
      />
    </Page>
  );
}
