import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hall, readRoster, type Shift, saveRoster } from '../api/halls.ts';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { RosterRows } from './RosterRows.tsx';

/** Who sits at which counter on a day; a day may be filled from the same weekday of the week before. */
export function RosterCard({ hall }: { hall: Hall }) {
  const { t } = useTranslation();
  const [day, setDay] = useState(() => dayjs().format('YYYY-MM-DD'));
  const queryKey = ['roster', hall.id, day];
  const roster = useQuery({
    queryKey,
    queryFn: () => readRoster(hall.id, day),
    refetchOnWindowFocus: false,
  });
  return (
    <Card title={<h2 className="ow-card-title">{t('halls.roster.title')}</h2>}>
      <Field id="roster-day" label={t('halls.roster.day')}>
        <DatePicker
          allowClear={false}
          value={dayjs(day)}
          onChange={(value: dayjs.Dayjs | null) => setDay(value?.format('YYYY-MM-DD') ?? day)}
        />
      </Field>
      <ProblemAlert error={roster.error} onRetry={() => void roster.refetch()} />
      {roster.data === undefined ? (
        <LoadingState />
      ) : (
        <RosterOfDay key={`${day} ${roster.data.version}`} hall={hall} roster={roster.data} />
      )}
    </Card>
  );
}

function RosterOfDay({ hall, roster }: { hall: Hall; roster: Awaited<ReturnType<typeof readRoster>> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [shifts, setShifts] = useState<Shift[]>(() => roster.shifts.map(withoutName));
  const [problem, setProblem] = useState<unknown>(null);
  const save = useAction({
    run: (list: Shift[]) => saveRoster(hall.id, roster.day, roster.version, list),
    success: t('halls.roster.saved'),
    done: (saved) => {
      client.setQueryData(['roster', hall.id, roster.day], saved);
    },
    failed: setProblem,
  });
  const copy = useAction({
    run: () => readRoster(hall.id, dayjs(roster.day).subtract(7, 'day').format('YYYY-MM-DD')),
    done: (earlier) => setShifts(earlier.shifts.map(withoutName)),
  });
  return (
    <>
      <RosterRows hall={hall} clerks={roster.clerks} shifts={shifts} onChange={setShifts} />
      <ProblemAlert error={problem} />
      <div className="ow-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => {
            setProblem(null);
            save.mutate(shifts);
          }}
        >
          {t('halls.roster.save')}
        </Button>
        <Button loading={copy.isPending} onClick={() => copy.mutate(undefined)}>
          {t('halls.roster.copy')}
        </Button>
      </div>
    </>
  );
}

function withoutName({ counter, userId, from, to }: Shift): Shift {
  return { counter, userId, from, to };
}
