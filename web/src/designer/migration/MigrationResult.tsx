import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Migration, readMigration } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';

const colours: Readonly<Record<Migration['cases'][number]['state'], string>> = {
  chosen: 'default',
  ordered: 'default',
  moved: 'default',
  stayed: 'red',
};

/** What has become of each case of a migration. */
export function MigrationResult({ packCode, migration }: { packCode: string; migration: Migration }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const now = useQuery({
    queryKey: ['migration', migration.id],
    queryFn: () => readMigration(packCode, migration.id),
    initialData: migration,
  });
  const { open, moved, stayed, cases } = now.data;
  return (
    <div className="ow-stack">
      <Alert
        type={open > 0 ? 'info' : stayed > 0 ? 'warning' : 'success'}
        showIcon
        title={t('migration.result', { moved, stayed, open })}
        action={
          open === 0 ? undefined : (
            <Button size="small" loading={now.isFetching} onClick={() => void now.refetch()}>
              {t('migration.refresh')}
            </Button>
          )
        }
      />
      <ul className="ow-list">
        {cases.map(({ id, caseNo, state, reason }) => (
          <li key={id}>
            {caseNo} <Tag color={colours[state]}>{t(`migration.state.${state}`)}</Tag>
            {reason === null ? null : <span className="ow-small">{say(reason)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
