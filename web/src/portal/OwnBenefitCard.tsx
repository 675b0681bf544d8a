import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnBenefit } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';
import { yuan } from '../payment/yuan.ts';

/** One benefit: how much and since when, what stops it and what to do about that, and each payment. */
export function OwnBenefitCard({ benefit }: { benefit: OwnBenefit }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { ended, suspensions, payments, owed } = benefit;
  const money = (fen: number) => t('portal.benefits.yuan', { amount: yuan(fen) });
  return (
    <Card title={<h2 className="ow-card-title">{say(benefit.itemName)}</h2>}>
      <p className="ow-lead-state">{t(`portal.benefits.state.${benefit.state}`)}</p>
      {suspensions.map((one) => (
        <Alert
          key={`${one.effectiveOn} ${one.name['zh-CN']}`}
          type={one.inForce ? 'error' : 'warning'}
          showIcon
          style={{ marginBottom: 12 }}
          title={t(one.inForce ? 'portal.benefits.suspended' : 'portal.benefits.announced', {
            name: say(one.name),
            day: formatDay(one.effectiveOn, language),
            period: one.fromPeriod,
          })}
          description={
            one.resumes === null
              ? undefined
              : t(`portal.benefits.resumes.${one.resumes}`, { department: benefit.department.name })
          }
        />
      ))}
      {benefit.reclaims
        .filter(({ state }) => state === 'open')
        .map((one) => (
          <Alert
            key={one.from}
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title={t('portal.benefits.reclaim', { amount: yuan(one.openFen), period: one.from })}
            description={t('portal.benefits.reclaimHow', { department: benefit.department.name })}
          />
        ))}
      <Facts
        entries={[
          [t('payment.column.holder'), benefit.holderName],
          [
            t('payment.column.amount'),
            `${yuan(benefit.amountFen)} · ${t(`payment.every.${benefit.periodKind}`)}`,
          ],
          [t('payment.column.from'), benefit.firstPeriod],
          [
            t('payment.benefit.ended'),
            ended === null
              ? null
              : `${t(`payment.ground.${ended.ground}`)} ${ended.on === '' ? '' : formatDay(ended.on, language)}`,
          ],
          [t('payment.benefit.held'), benefit.held.join(' · ')],
          [
            t('payment.benefit.owed'),
            owed
              .map((one) => `${one.period} ${t(`payment.kind.${one.kind}`)} ${money(one.amountFen)}`)
              .join(' · '),
          ],
          [t('case.department'), benefit.department.name],
          [
            t('portal.benefits.caseNo'),
            <span key="n" className="ow-nums">
              {benefit.caseNo}
            </span>,
          ],
        ]}
      />
      <h3>{t('portal.benefits.payments')}</h3>
      {payments.length === 0 ? <p className="ow-muted">{t('portal.benefits.noPayments')}</p> : null}
      <ul className="ow-list">
        {payments.map((one) => (
          <li key={`${one.period} ${one.kind}`}>
            <div className="ow-row">
              <span className="ow-grow ow-nums">
                {one.period} · {t(`payment.kind.${one.kind}`)}
              </span>
              <strong className="ow-nums">{money(one.amountFen)}</strong>
            </div>
            {one.returned === null ? null : (
              <div className="ow-muted">{t('portal.benefits.returned', { reason: one.returned.reason })}</div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
