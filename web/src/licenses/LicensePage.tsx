import { useQuery } from '@tanstack/react-query';
import { Alert, Card, QRCode, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { readLicense } from '../api/licenses.ts';
import type { LicenseView } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { fieldEntries } from './fieldEntries.ts';
import { LicenseChecks } from './LicenseChecks.tsx';
import { LicenseDocument } from './LicenseDocument.tsx';
import { LicenseHistory } from './LicenseHistory.tsx';
import { PurposeForm } from './PurposeForm.tsx';

/** One license: its state, what it says, its document under a named purpose, versions and every use. */
export function LicensePage() {
  const { id = '' } = useParams();
  const location = useLocation();
  const [purpose, setPurpose] = useState(purposeOf(location.state));
  const license = useQuery({
    queryKey: ['license', id, purpose],
    queryFn: () => readLicense(id, purpose),
    enabled: purpose !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (purpose === '') return <PurposeForm onNamed={setPurpose} />;
  if (license.data === undefined) {
    return license.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={license.error} onRetry={() => void license.refetch()} />
    );
  }
  return <LicenseSheet license={license.data} purpose={purpose} />;
}

function LicenseSheet({ license, purpose }: { license: LicenseView; purpose: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const address = `${window.location.origin}/verify/${license.identifier}`;
  const title = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <Page
      title={say(license.name)}
      trail={[{ label: t('licenses.title'), to: '/licenses' }]}
      extra={
        <>
          <span className="ow-nums">{license.licenseNo}</span>
          <Tag variant="outlined">{t(`licenses.state.${license.state}`)}</Tag>
        </>
      }
    >
      {license.ended ? (
        <Alert
          type="error"
          showIcon
          title={t('licenses.ended.title', { state: t(`licenses.state.${license.state}`) })}
          description={t('licenses.ended.text', {
            day: formatDay(license.ended.at, language),
            documentNo: license.ended.documentNo,
            legalBasis: license.ended.legalBasis,
          })}
        />
      ) : null}
      <div className="ow-split">
        <div className="ow-stack">
          <Card title={title(t('licenses.document'))}>
            <LicenseDocument license={license} purpose={purpose} />
          </Card>
          {license.checks.length === 0 ? null : (
            <Card title={title(t('licenses.checks'))}>
              <LicenseChecks checks={license.checks} />
            </Card>
          )}
          <Card title={title(t('licenses.history'))}>
            <LicenseHistory license={license} />
          </Card>
        </div>
        <aside className="ow-stack" aria-label={t('licenses.facts')}>
          <Card title={title(t('licenses.facts'))}>
            <Facts
              entries={[
                [t('licenses.holder'), license.holderName],
                [t('licenses.issuer'), nameOf(license.issuer)],
                [t('licenses.issuedAt'), formatDay(license.issuedAt, language)],
                [t('licenses.validFrom'), formatDay(license.validFrom, language)],
                [
                  t('licenses.validTo'),
                  license.validTo === null ? t('licenses.longTerm') : formatDay(license.validTo, language),
                ],
                [t('licenses.version'), String(license.version)],
                [t('case.number'), license.caseNo],
                [
                  t('licenses.identifier'),
                  <span key="i" className="ow-code">
                    {license.identifier}
                  </span>,
                ],
                [
                  t('licenses.hash'),
                  license.hash === null ? null : (
                    <span key="h" className="ow-code">
                      {license.hash}
                    </span>
                  ),
                ],
              ]}
            />
          </Card>
          <Card title={title(t('licenses.fields'))}>
            <Facts entries={fieldEntries(license.fields, say)} />
          </Card>
          <Card title={title(t('licenses.qr'))}>
            <div className="ow-row">
              <span aria-hidden>
                <QRCode value={address} type="svg" size={112} bordered={false} />
              </span>
              <a className="ow-grow" href={address} target="_blank" rel="noreferrer">
                {t('licenses.verifyPage')}
              </a>
            </div>
          </Card>
        </aside>
      </div>
    </Page>
  );
}

/** The purpose given in the search that led here. */
function purposeOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('purpose' in state)) return '';
  return typeof state.purpose === 'string' ? state.purpose : '';
}
