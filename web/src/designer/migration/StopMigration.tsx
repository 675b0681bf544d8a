import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopMigration } from '../../api/migrations.ts';
import { Field } from '../../components/Field.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';

/** Stops a migration under way, with a reason: what was not begun stays where it is. */
export function StopMigration({
  packCode,
  id,
  waiting,
  queryKey,
}: {
  packCode: string;
  id: string;
  /** Cases that would stay. */
  waiting: number;
  queryKey: readonly string[];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const stop = useAction({
    run: () => stopMigration(packCode, id, reason.trim()),
    done: (stopped) => {
      client.setQueryData(queryKey, stopped);
    },
    failed: setProblem,
  });
  if (!asked)
    return (
      <div className="ow-row">
        <Button onClick={() => setAsked(true)}>{t('migration.stop', { count: waiting })}</Button>
      </div>
    );
  return (
    <div>
      <Field id="migration-stop" label={t('migration.stopReason')} required>
        <Input
          id="migration-stop"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <ProblemAlert error={problem} />
      <div className="ow-row">
        <Button
          danger
          loading={stop.isPending}
          disabled={reason.trim() === ''}
          onClick={() => {
            setProblem(null);
            stop.mutate(undefined);
          }}
        >
          {t('migration.stop', { count: waiting })}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('migration.goOn')}</Button>
      </div>
    </div>
  );
}
