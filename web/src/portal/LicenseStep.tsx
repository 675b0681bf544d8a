import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOwnLicenses, type OwnCase, saveAnswers } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Which of one's licenses is to be renewed or changed. */
export function LicenseStep({ view }: { view: OwnCase }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const licenses = useQuery({ queryKey: ['portal', 'licenses'], queryFn: listOwnLicenses });
  const choose = useAction({
    run: (licenseId: string) => saveAnswers(view.id, view.version, { licenseId }),
    done: (saved) => void client.setQueryData(['portal', 'case', view.id], saved),
  });
  if (licenses.isPending) return <LoadingState />;
  return (
    <>
      {view.verified === null ? (
        <Alert type="warning" showIcon title={t('portal.license.unverified')} />
      ) : null}
      <ProblemAlert error={licenses.error} onRetry={() => void licenses.refetch()} />
      {licenses.data?.items.length === 0 ? <EmptyState text={t('portal.license.none')} /> : null}
      <ul className="ow-list">
        {(licenses.data?.items ?? []).map((license) => (
          <li key={license.id}>
            <strong>{say(license.name)}</strong> {license.licenseNo}
            <div className="ow-muted">
              {license.holderName} · {t('licenses.validTo')} {formatDay(license.validTo, language)}
            </div>
            <Button
              disabled={license.id === view.licenseId}
              loading={choose.isPending}
              onClick={() => choose.mutate(license.id)}
            >
              {t(license.id === view.licenseId ? 'window.license.chosen' : 'window.license.choose')}
              <span className="ow-hidden">{license.licenseNo}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
