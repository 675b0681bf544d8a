import { useQuery } from '@tanstack/react-query';
import { Alert, Progress, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Migration, readMigration } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { StopMigration } from './StopMigration.tsx';

const colours: Readonly<Record<Migration['cases'][number]['state'], string>> = {
  chosen: 'default',
  ordered: 'default',
  moved: 'default',
  stayed: 'red',
};
/** What stays needs somebody, so it comes first; what is moved is done. */
const order: readonly Migration['cases'][number]['state'][] = ['stayed', 'ordered', 'chosen', 'moved'];
/** Milliseconds between looks while cases are on their way. */
const look = 1_500;

/** How far a migration is, followed by itself, and what has become of each case. */
export function MigrationResult({ packCode, id }: { packCode: string; id: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const queryKey = ['migration', id];
  const now = useQuery({
    queryKey,
    queryFn: () => readMigration(packCode, id),
    refetchInterval: ({ state }) => ((state.data?.open ?? 1) > 0 ? look : false),
  });
  if (now.data === undefined)
    return now.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={now.error} onRetry={() => void now.refetch()} />
    );
  const { open, moved, stayed, waiting, cases } = now.data;
  const sorted = [...cases].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    <div className="ow-stack">
      <Alert
        type={open > 0 ? 'info' : stayed > 0 ? 'warning' : 'success'}
        showIcon
        title={<span role="status">{t('migration.result', { moved, stayed, open })}</span>}
      />
      <Progress
        percent={Math.floor((100 * (moved + stayed)) / Math.max(1, cases.length))}
        status={open > 0 ? 'active' : 'normal'}
        aria-label={t('migration.progress')}
      />
      {waiting > 0 ? (
        <StopMigration packCode={packCode} id={id} waiting={waiting} queryKey={queryKey} />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="ow-scroll ow-migration-cases" aria-label={t('migration.eachCase')} tabIndex={0}>
        <ul className="ow-list">
          {sorted.map(({ id: caseId, caseNo, state, reason }) => (
            <li key={caseId}>
              {caseNo} <Tag color={colours[state]}>{t(`migration.state.${state}`)}</Tag>
              {reason === null ? null : <span className="ow-small">{say(reason)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
