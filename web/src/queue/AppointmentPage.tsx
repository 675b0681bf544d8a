import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { cancelAppointment, readAppointment } from '../api/queue.ts';
import { useSession } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import './queue.css';

/** An appointment on the phone of who booked it: the code for the dispenser, when and where, and giving it up. */
export function AppointmentPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { modal } = App.useApp();
  const client = useQueryClient();
  useSession();
  const queryKey = ['appointment', token];
  const appointment = useQuery({ queryKey, queryFn: () => readAppointment(token) });
  const cancel = useAction({
    run: () => cancelAppointment(token),
    success: t('queue.appointmentPage.givenUp'),
    done: () => client.invalidateQueries({ queryKey }),
  });
  if (appointment.data === undefined)
    return appointment.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={appointment.error} onRetry={() => void appointment.refetch()} />
    );
  const { hall, group, day, time, code, state, checkInEarly, checkInLate } = appointment.data;
  const when = `${formatDay(day, language)} ${time}`;
  return (
    <Page title={t(`queue.appointmentPage.${state}`)} plain>
      <Card>
        <p>
          <b>{hall.name}</b>
          {hall.address === '' ? '' : ` · ${hall.address}`}
        </p>
        <p>
          {say(group)} · <b className="ow-nums">{when}</b>
        </p>
        {state === 'booked' ? (
          <>
            <p className="ow-muted">{t('queue.appointmentPage.code')}</p>
            <p className="ow-ticket-number ow-nums">{code.replace(/(\d{4})(\d{4})/, '$1 $2')}</p>
            <span aria-hidden>
              <QRCode value={code} type="svg" size={160} bordered={false} />
            </span>
            <p>{t('queue.appointmentPage.how', { early: checkInEarly, late: checkInLate })}</p>
            <p className="ow-muted">{t('queue.appointmentPage.keep')}</p>
            <Button
              loading={cancel.isPending}
              onClick={() =>
                void modal.confirm({
                  title: t('queue.appointmentPage.confirm', { when }),
                  okText: t('queue.appointmentPage.giveUp'),
                  cancelText: t('common.cancel'),
                  okButtonProps: { danger: true },
                  onOk: () => cancel.mutateAsync(undefined).catch(() => undefined),
                })
              }
            >
              {t('queue.appointmentPage.giveUp')}
            </Button>
          </>
        ) : (
          <p>
            {t(`queue.appointmentPage.after.${state}`)}{' '}
            {state === 'arrived' ? null : (
              <Link to={`/appointments?hall=${hall.id}`}>{t('queue.appointmentPage.another')}</Link>
            )}
          </p>
        )}
      </Card>
    </Page>
  );
}
