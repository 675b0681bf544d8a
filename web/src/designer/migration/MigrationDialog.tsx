import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listMigrations,
  listMovable,
  type MigrationPlan,
  type MigrationWish,
  orderMigration,
  planMigration,
} from '../../api/migrations.ts';
import type { PackView } from '../../api/packTypes.ts';
import { Problem } from '../../api/problem.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';
import { MigrationResult } from './MigrationResult.tsx';
import { PlanView } from './PlanView.tsx';
import { WishForm } from './WishForm.tsx';

export interface MigrationDialogProps {
  pack: PackView;
  /** Version that the cases are on. */
  version: number;
  onClose: () => void;
}

/** Takes running cases to another version: choose them, see the plan, confirm it with a reason, see what became of each. */
export function MigrationDialog({ pack, version, onClose }: MigrationDialogProps) {
  const { t } = useTranslation();
  const { packCode } = pack;
  const running = useQuery({
    queryKey: ['pack', packCode, 'cases', version],
    queryFn: () => listMovable(packCode, version),
  });
  // One that is under way is shown to whoever opens the dialog again.
  const earlier = useQuery({
    queryKey: ['pack', packCode, 'migrations'],
    queryFn: () => listMigrations(packCode),
  });
  const [ordered, setOrdered] = useState<string>();
  const underWay = earlier.data?.items.find(({ from, open }) => from === version && open > 0)?.id;
  const shown = ordered ?? underWay;
  return (
    <Modal
      open
      width={960}
      title={t('migration.title', { version })}
      footer={<Button onClick={onClose}>{t('migration.close')}</Button>}
      onCancel={onClose}
    >
      <p>{t('migration.text')}</p>
      <ProblemAlert error={running.error} onRetry={() => void running.refetch()} />
      {running.isPending || earlier.isPending ? <LoadingState /> : null}
      {shown === undefined && running.data?.items.length === 0 ? (
        <EmptyState text={t('migration.none')} />
      ) : null}
      {shown === undefined ? null : <MigrationResult packCode={packCode} id={shown} />}
      {shown === undefined && !earlier.isPending && (running.data?.items.length ?? 0) > 0 && running.data ? (
        <MigrationWork pack={pack} version={version} running={running.data} onDone={setOrdered} />
      ) : null}
    </Modal>
  );
}

function MigrationWork({
  pack,
  version,
  running,
  onDone,
}: {
  pack: PackView;
  version: number;
  running: Awaited<ReturnType<typeof listMovable>>;
  /** Told the id of the migration. */
  onDone: (id: string) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { packCode } = pack;
  const targets = pack.versions
    .filter((entry) => entry.version !== version && entry.state !== 'retired')
    .map((entry) => entry.version)
    .sort((a, b) => b - a);
  const [wish, setWish] = useState<MigrationWish>({
    from: version,
    to: targets[0] ?? 0,
    cases: running.items.filter(({ migratingTo }) => migratingTo === null).map(({ id }) => id),
    mapping: {},
    limits: 'keep',
  });
  const [plan, setPlan] = useState<MigrationPlan>();
  /** The wish has changed since the plan was made: it still names the steps, but is not the plan any more. */
  const [stale, setStale] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const show = useAction({
    run: (wanted: MigrationWish) => planMigration(packCode, wanted),
    done: (made) => {
      setPlan(made);
      setStale(false);
    },
    failed: setProblem,
  });
  const order = useAction({
    run: (body: Parameters<typeof orderMigration>[1], key) => orderMigration(packCode, body, key),
    done: async (migration) => {
      client.setQueryData(['migration', migration.id], migration);
      onDone(migration.id);
      await client.invalidateQueries({ queryKey: ['pack', packCode, 'cases'] });
    },
    failed: (error) => {
      setProblem(error);
      // What has changed meanwhile is shown at once; it must be confirmed anew.
      if (error instanceof Problem && error.document['plan'] !== undefined)
        setPlan(error.document['plan'] as MigrationPlan);
    },
  });
  const change = (next: MigrationWish) => {
    setWish(next);
    setStale(true);
    if (next.to !== wish.to) setPlan(undefined);
    setProblem(null);
  };
  const fitting = plan?.cases.filter(({ fits }) => fits).length ?? 0;
  if (targets.length === 0) return <EmptyState text={t('migration.noTarget')} />;
  return (
    <div className="ow-stack">
      <WishForm wish={wish} plan={plan} targets={targets} running={running} onChange={change} />
      <div className="ow-row">
        <Button
          loading={show.isPending}
          disabled={wish.cases.length === 0}
          onClick={() => {
            setProblem(null);
            show.mutate(wish);
          }}
        >
          {t('migration.show')}
        </Button>
      </div>
      <ProblemAlert error={problem} />
      {plan === undefined || stale ? null : (
        <>
          <PlanView plan={plan} />
          <Field id="migration-note" label={t('migration.note')} required>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <div className="ow-row">
            <Button
              type="primary"
              danger
              loading={order.isPending}
              disabled={!plan.possible || note.trim() === ''}
              onClick={() => {
                setProblem(null);
                order.mutate({ ...wish, planHash: plan.hash, note: note.trim() });
              }}
            >
              {t('migration.go', { count: fitting })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
