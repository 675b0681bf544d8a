import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bookAppointment } from '../api/queue.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Mainland mobile numbers, as the server takes them. */
const mobile = /^1[3-9]\d{9}$/;

/** The last page: what was chosen, the phone number, book. */
export function BookingConfirm(props: {
  hallId: string;
  group: string;
  day: string;
  time: string;
  packCode: string | undefined;
  facts: [string, string][];
}) {
  const { hallId, group, day, time, packCode, facts } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const field = useRef<InputRef>(null);
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const book = useAction({
    run: (number: string, key) =>
      bookAppointment(
        hallId,
        { group, day, time, phone: number, ...(packCode === undefined ? {} : { packCode }) },
        key,
      ),
    done: async (appointment) => {
      await client.invalidateQueries({ queryKey: ['slots', hallId] });
      await navigate(`/appointments/${appointment.token}`, { replace: true });
    },
    failed: () => undefined,
  });
  const number = phone.replace(/[\s-]/g, '');
  const wrong = tried && !mobile.test(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (mobile.test(number)) book.mutate(number);
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Facts entries={facts} />
      <Field
        id="booking-phone"
        label={t('queue.booking.phone')}
        required
        hint={t('queue.booking.phoneHint')}
        error={wrong ? t('queue.booking.phoneWrong') : undefined}
      >
        <Input
          ref={field}
          size="large"
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          maxLength={20}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <ProblemAlert error={book.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={book.isPending}>
        {t('queue.booking.book')}
      </Button>
    </form>
  );
}
