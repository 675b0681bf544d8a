import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';

const signs = {
  trusted: CheckCircleFilled,
  intactUntrusted: ExclamationCircleFilled,
  refused: CloseCircleFilled,
};

/** The verdict on a file in plain words, with its reasons and what the registry says now. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const Sign = signs[verdict.verdict];
  const { license } = verdict;
  return (
    <div className={`ow-verdict ow-verdict-${verdict.verdict}`}>
      <h2>
        <Sign aria-hidden /> {t(`verify.verdict.${verdict.verdict}`)}
      </h2>
      <p style={{ color: 'var(--ow-text)' }}>{t(`verify.meaning.${verdict.verdict}`)}</p>
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
