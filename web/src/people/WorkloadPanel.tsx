import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Load, type PersonLoad, readWorkload } from '../api/people.ts';
import { useUser } from '../app/session.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { CardTable } from '../components/CardTable.tsx';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

/** Who has how much on the desk; every number leads to the list behind it. */
export function WorkloadPanel() {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [leaver, setLeaver] = useState<PersonLoad | null>(null);
  const load = useQuery({ queryKey: ['tasks', 'workload'], queryFn: readWorkload });
  useLiveUpdates(['task'], [['tasks']]);
  if (load.data === undefined)
    return load.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={load.error} onRetry={() => void load.refetch()} />
    );
  const { department, unclaimed, items } = load.data;
  const most = Math.max(1, ...items.map((person) => person.open));
  const behind = (assignee: string) => (one: { light?: string; value: number; label: string }) => (
    <Link to={`/inbox?${new URLSearchParams({ assignee, ...(one.light ? { light: one.light } : {}) })}`}>
      {one.value}
      <span className="ow-hidden">{one.label}</span>
    </Link>
  );
  const figures = (assignee: string, one: Load, name: string) => {
    const link = behind(assignee);
    const label = (what: string) => t('desk.load.behind', { name, what });
    return [
      link({ value: one.open, label: label(t('desk.load.open')) }),
      link({ value: one.red, light: 'red', label: label(t('common.light.red')) }),
      link({ value: one.yellow, light: 'yellow', label: label(t('common.light.yellow')) }),
    ];
  };
  return (
    <>
      <p>
        {t('desk.load.all', { name: department.name, count: department.open })} <Light light="red" />{' '}
        <span className="ow-nums">{department.red}</span> <Light light="yellow" />{' '}
        <span className="ow-nums">{department.yellow}</span>
      </p>
      <CardTable
        caption={t('desk.people.view.workload')}
        columns={[
          t('desk.absence.person'),
          t('desk.load.open'),
          t('common.light.red'),
          t('common.light.yellow'),
          t('desk.load.share'),
          t('desk.absence.state'),
          t('common.action'),
        ]}
        rows={[
          {
            key: 'none',
            cells: [t('inbox.unclaimed'), ...figures('none', unclaimed, t('inbox.unclaimed')), '', '', ''],
          },
          ...items.map((person) => ({
            key: person.id,
            cells: [
              person.name,
              ...figures(person.id, person, person.name),
              <meter
                key="share"
                aria-label={t('desk.load.shareOf', { name: person.name, count: person.open })}
                min={0}
                max={most}
                value={person.open}
              />,
              person.absentUntil === null
                ? t('desk.load.there')
                : t('desk.load.away', { day: person.absentUntil, deputy: person.deputy?.name }),
              person.id === user.id ? null : (
                <Button key="leave" size="small" onClick={() => setLeaver(person)}>
                  {t('desk.handOver.open')}
                  <span className="ow-hidden">{person.name}</span>
                </Button>
              ),
            ],
          })),
        ]}
      />
      {leaver === null ? null : (
        <HandOverDialog
          leaver={leaver}
          colleagues={items.filter((person) => person.id !== leaver.id && person.absentUntil === null)}
          onClose={() => {
            setLeaver(null);
            void client.invalidateQueries({ queryKey: ['tasks'] });
            void client.invalidateQueries({ queryKey: ['people'] });
          }}
        />
      )}
    </>
  );
}
