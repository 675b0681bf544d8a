import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';
import { checkFacts } from './checkFacts.ts';
import { presentVersion } from './presentVersion.tsx';

const signs = {
  trusted: CheckCircleFilled,
  intactUntrusted: ExclamationCircleFilled,
  refused: CloseCircleFilled,
};

const inEffect: ReadonlySet<string> = new Set(['issued', 'deemedRenewed']);

/** The verdict on a file in plain words, with its reasons and what the registry says now. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const Sign = signs[verdict.verdict];
  const { license } = verdict;
  return (
    <div className={`ow-verdict ow-verdict-${verdict.verdict}`}>
      <h2>
        <Sign aria-hidden /> {t(`verify.verdict.${verdict.verdict}`)}
      </h2>
      <p style={{ color: 'var(--ow-text)' }}>{t(`verify.meaning.${verdict.verdict}`)}</p>
      {license && !inEffect.has(license.state) ? (
        <Alert
          type="error"
          showIcon
          title={t('verify.notInEffect', { state: t(`licenses.state.${license.state}`) })}
        />
      ) : null}
      {verdict.reasons.length === 0 ? null : (
        <ul>
          {verdict.reasons.map((reason) => (
            <li key={reason.code}>{say(reason)}</li>
          ))}
        </ul>
      )}
      {license ? (
        <div style={{ color: 'var(--ow-text)', marginTop: 12 }}>
          <Facts
            entries={[
              [t('licenses.name'), say(license.name)],
              [t('licenses.stateNow'), t(`licenses.state.${license.state}`)],
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
              [t('licenses.holder'), license.holderNameMasked],
              [
                t('licenses.identifier'),
                <span key="i" className="ow-code">
                  {license.identifier}
                </span>,
              ],
              [
                t('verify.registry'),
                verdict.hashMatchesRegistry === true
                  ? t('verify.sameAsRegistry')
                  : verdict.hashMatchesRegistry === false
                    ? t('verify.notAsRegistry')
                    : null,
              ],
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}
