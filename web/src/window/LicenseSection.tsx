import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findLicenses } from '../api/licenses.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

export interface LicenseSectionProps {
  value: string;
  holderCode: string;
  /** Purpose written into the use log. */
  purpose: string;
  readOnly: boolean;
  error?: string | undefined;
  onChange: (licenseId: string) => void;
}

/** The existing license that is to be renewed or changed: the applicant's own are offered, any other is found by number. */
export function LicenseSection({
  value,
  holderCode,
  purpose,
  readOnly,
  error,
  onChange,
}: LicenseSectionProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [licenseNo, setLicenseNo] = useState('');
  const found = useQuery({
    queryKey: ['licenses', 'intake', holderCode, licenseNo],
    queryFn: () => findLicenses(licenseNo === '' ? { holderCode } : { licenseNo }, purpose),
    staleTime: 5 * 60_000,
    enabled: licenseNo !== '' || holderCode !== '',
  });
  // A version that a later one has replaced is not applied about; one that was chosen before stays in sight.
  const offered = (found.data?.items ?? []).filter(({ id, state }) => state !== 'superseded' || id === value);
  return (
    <>
      {error === undefined ? null : (
        <div className="ow-error" role="alert">
          {error}
        </div>
      )}
      {readOnly ? null : (
        <Input.Search
          allowClear
          aria-label={t('licenses.by.licenseNo')}
          placeholder={t('licenses.by.licenseNo')}
          onSearch={(text) => setLicenseNo(text.trim())}
          style={{ maxWidth: 360, marginBottom: 8 }}
        />
      )}
      <ProblemAlert error={found.error} />
      {found.data?.items.length === 0 ? <EmptyState text={t('licenses.none')} /> : null}
      {found.data === undefined && holderCode === '' ? (
        <p className="ow-muted">{t('window.license.applicantFirst')}</p>
      ) : null}
      <ul className="ow-list">
        {offered.map((license) => (
          <li key={license.id} className="ow-row">
            <div className="ow-grow">
              <strong>{say(license.name)}</strong> {license.licenseNo}
              <div className="ow-small ow-muted">
                {license.holderName} · {t('licenses.versionIs', { version: license.version })} ·{' '}
                {t('licenses.validTo')} {formatDay(license.validTo, language)} ·{' '}
                {t(`licenses.state.${license.state}`)}
              </div>
            </div>
            {/* Not disabled once it is chosen: the focus would be lost with it. */}
            <Button
              disabled={readOnly}
              aria-pressed={license.id === value}
              type={license.id === value ? 'primary' : 'default'}
              ghost={license.id === value}
              onClick={() => license.id !== value && onChange(license.id)}
            >
              {t(license.id === value ? 'window.license.chosen' : 'window.license.choose')}
              <span className="ow-hidden">{license.licenseNo}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
