import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Absence, endAbsence, listAbsences } from '../api/people.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';

export const absencesKey = ['absences'] as const;

/** Who is or will be away, who stands in, since when it is registered and by whom. */
export function AbsencePanel() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const absences = useQuery({ queryKey: absencesKey, queryFn: listAbsences });
  const renew = () => {
    void client.invalidateQueries({ queryKey: absencesKey });
    void client.invalidateQueries({ queryKey: ['tasks'] });
  };
  const end = useAction({
    run: (id: string, key) => endAbsence(id, key),
    success: t('desk.absence.ended'),
    done: renew,
  });
  const { modal } = App.useApp();
  const sure = ({ id, person }: Absence) =>
    modal.confirm({
      title: t('desk.absence.endSure', { name: person.name }),
      okText: t('desk.absence.end'),
      cancelText: t('common.cancel'),
      onOk: () => end.mutate(id),
    });
  const mayEnd = ({ person }: Absence) => person.id === user.id || hasRole(user, ['head']);
  const state = (absence: Absence) =>
    absence.deputy.id === user.id && absence.underWay ? (
      <Link to="/inbox?view=absent">{t('desk.absence.yours')}</Link>
    ) : (
      t(absence.underWay ? 'desk.absence.now' : 'desk.absence.later')
    );
  if (absences.isPending) return <LoadingState />;
  const items = absences.data?.items ?? [];
  return (
    <>
      <ProblemAlert error={absences.error} onRetry={() => void absences.refetch()} />
      <div className="ow-row ow-desk-tools">
        <span className="ow-grow ow-muted">{t('desk.absence.what')}</span>
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('desk.absence.register')}
        </Button>
      </div>
      {items.length === 0 ? (
        <EmptyState text={t('desk.absence.none')} />
      ) : (
        <CardTable
          caption={t('desk.people.view.absences')}
          columns={[
            t('desk.absence.person'),
            t('desk.absence.days'),
            t('desk.absence.deputy'),
            t('desk.absence.state'),
            t('desk.absence.registered'),
            t('common.action'),
          ]}
          rows={items.map((absence) => ({
            key: absence.id,
            cells: [
              absence.person.name,
              t('desk.absence.fromTo', { from: absence.fromDay, to: absence.toDay }),
              absence.deputy.name,
              state(absence),
              `${formatInstant(absence.since, language)} ${absence.by.name}`,
              mayEnd(absence) ? (
                <Button
                  key="end"
                  size="small"
                  loading={end.isPending && end.variables === absence.id}
                  onClick={() => sure(absence)}
                >
                  {t('desk.absence.end')}
                  <span className="ow-hidden">{absence.person.name}</span>
                </Button>
              ) : null,
            ],
          }))}
        />
      )}
      {open ? (
        <AbsenceDialog
          onClose={(done) => {
            setOpen(false);
            if (done) renew();
          }}
        />
      ) : null}
    </>
  );
}
