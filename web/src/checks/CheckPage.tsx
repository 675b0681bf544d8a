import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type CheckView, readCheck } from '../api/checks.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { CheckRecords } from './CheckRecords.tsx';
import './checks.css';
import { RecordCheckForm } from './RecordCheckForm.tsx';

/** One check: its rule, what was recorded before, and the form to record it. */
export function CheckPage() {
  const { id = '' } = useParams();
  const check = useQuery({ queryKey: ['checks', 'one', id], queryFn: () => readCheck(id) });
  if (check.data === undefined) {
    return check.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={check.error} onRetry={() => void check.refetch()} />
    );
  }
  return <CheckSheet check={check.data} />;
}

function CheckSheet({ check }: { check: CheckView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const open = check.state === 'due' || check.state === 'missed';
  const tooEarly = check.opensDay !== null && check.today < check.opensDay;
  const title = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <Page
      title={say(check.name)}
      trail={[{ label: t('checks.title'), to: '/checks' }]}
      extra={
        <>
          <span>{say(check.itemName)}</span>
          <Light light={check.light} workdays={check.remaining?.workdays ?? null} />
        </>
      }
    >
      <div className="ow-split">
        <div className="ow-stack">
          {check.state === 'missed' ? (
            <Alert
              type="warning"
              showIcon
              title={t('checks.missed', { day: formatDay(check.dueDay, language) })}
              description={t(`checks.onMissed.${check.onMissed}`)}
            />
          ) : null}
          {open ? (
            <Card title={title(t('checks.record'))}>
              {tooEarly ? (
                <Alert
                  type="info"
                  showIcon
                  title={t('checks.notOpenYet', { day: formatDay(check.opensDay, language) })}
                  description={check.cite}
                />
              ) : (
                <RecordCheckForm key={check.records.length} check={check} />
              )}
            </Card>
          ) : (
            <Alert
              type={check.state === 'passed' ? 'success' : 'info'}
              showIcon
              title={t(`checks.state.${check.state}`)}
            />
          )}
          <Card title={title(t('checks.records'))}>
            <CheckRecords check={check} />
          </Card>
        </div>
        <aside aria-label={t('checks.facts')}>
          <Card title={title(t('checks.facts'))}>
            <Facts
              entries={[
                [t('checks.column.holder'), check.holderName],
                [
                  t('checks.column.license'),
                  check.licenseId === null ? null : (
                    <Link key="l" to={`/licenses/${check.licenseId}`}>
                      {check.licenseNo}
                    </Link>
                  ),
                ],
                [
                  t('case.number'),
                  <Link key="c" to={`/cases/${check.caseId}`} className="ow-nums">
                    {check.caseNo}
                  </Link>,
                ],
                [t('checks.interval'), say(check.interval)],
                [t('checks.since'), formatDay(check.sinceDay, language)],
                [t('checks.opens'), check.opensDay === null ? null : formatDay(check.opensDay, language)],
                [
                  t('checks.column.due'),
                  `${formatDay(check.dueDay, language)}${check.provisional ? t('checks.provisional') : ''}`,
                ],
                [t('checks.ifMissed'), t(`checks.onMissed.${check.onMissed}`)],
                [t('checks.cite'), check.cite],
              ]}
            />
          </Card>
        </aside>
      </div>
    </Page>
  );
}
