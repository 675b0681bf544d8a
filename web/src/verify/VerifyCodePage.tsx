import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PublicLicense } from '../api/licenseTypes.ts';
import { request } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { checkFacts } from './checkFacts.ts';
import { presentVersion } from './presentVersion.tsx';

/** What the QR code on a license leads to: whether the registry knows it and its state now. */
export function VerifyCodePage() {
  const { identifier = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const query = { h: search.get('h'), k: search.get('k'), s: search.get('s') };
  const found = useQuery({
    queryKey: ['public', 'license', identifier, query],
    queryFn: () =>
      request<PublicLicense>('GET', `/public/licenses/${encodeURIComponent(identifier)}`, { query }),
  });
  if (found.data === undefined) {
    return found.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const license = found.data;
  const kind = kindOf(license);
  const Sign = {
    trusted: CheckCircleFilled,
    intactUntrusted: ExclamationCircleFilled,
    refused: CloseCircleFilled,
  }[kind];
  return (
    <Page title={t('verify.codeTitle')} plain>
      <div className="ow-stack">
        <div className={`ow-verdict ow-verdict-${kind}`}>
          <h2>
            <Sign aria-hidden />{' '}
            {license.found ? t(`licenses.state.${license.state ?? 'issued'}`) : t('verify.notFound')}
          </h2>
          <p style={{ color: 'var(--ow-text)' }}>
            {t(license.found ? 'verify.codeText' : 'verify.notFoundText')}
          </p>
          <div style={{ color: 'var(--ow-text)' }}>
            <Facts
              entries={[
                [t('licenses.name'), say(license.name)],
                [
                  t('licenses.ended.name'),
                  license.ended
                    ? t('licenses.ended.text', {
                        day: formatDay(license.ended.at, language),
                        documentNo: license.ended.documentNo,
                        legalBasis: license.ended.legalBasis,
                      })
                    : null,
                ],
                presentVersion(license.replacedBy, t),
                ...checkFacts(license.checks, { t, say, day: (day) => formatDay(day, language) }),
                [t('licenses.issuer'), license.issuer],
                [
                  t('licenses.validTo'),
                  license.found
                    ? license.validTo
                      ? formatDay(license.validTo, language)
                      : t('licenses.longTerm')
                    : null,
                ],
                [
                  t('licenses.identifier'),
                  <span key="i" className="ow-code">
                    {identifier}
                  </span>,
                ],
                [
                  t('verify.qr'),
                  license.qrVerified === true
                    ? t('verify.qrGood')
                    : license.qrVerified === false && query.s !== null
                      ? t('verify.qrBad')
                      : null,
                ],
              ]}
            />
          </div>
        </div>
        <p>
          <Link to="/verify">{t('verify.alsoFile')}</Link>
        </p>
      </div>
    </Page>
  );
}

function kindOf(license: PublicLicense): 'trusted' | 'intactUntrusted' | 'refused' {
  if (!license.found || license.qrVerified === false) return license.found ? 'intactUntrusted' : 'refused';
  return license.state === 'issued' || license.state === 'deemedRenewed' ? 'trusted' : 'intactUntrusted';
}
