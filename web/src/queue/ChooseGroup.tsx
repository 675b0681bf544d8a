import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findHallItems, type PublicHall } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** The service group, by its name or by the item that one comes for. */
export function ChooseGroup({
  hall,
  to,
}: {
  hall: PublicHall;
  to: (next: Record<string, string>) => string;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const items = useQuery({
    queryKey: ['hallItems', hall.id, query],
    queryFn: () => findHallItems(hall.id, query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const groups = hall.groups.filter(({ appointments }) => appointments);
  const nameOf = (key: string | undefined) => say(groups.find((group) => group.key === key)?.name);
  return (
    <>
      {groups.length === 0 ? <p role="status">{t('queue.booking.noAppointments')}</p> : null}
      <ul className="ow-choices">
        {groups.map((group) => (
          <li key={group.key}>
            <Link className="ow-pick" to={to({ group: group.key })}>
              <b>{say(group.name)}</b>
              <span className="ow-muted">{t('queue.booking.about', { count: group.minutes })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Field id="booking-item" label={t('queue.booking.searchItem')} hint={t('queue.booking.searchItemHint')}>
        <Input size="large" allowClear value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <ProblemAlert error={items.error} onRetry={() => void items.refetch()} />
      {query === '' || items.data === undefined ? null : (
        <>
          <p role="status" className="ow-small ow-muted">
            {t('queue.booking.found', { count: items.data.items.length })}
          </p>
          <ul className="ow-choices">
            {items.data.items.map((item) => {
              const group = item.groups.find((key) => groups.some((one) => one.key === key));
              return (
                <li key={item.packCode}>
                  {group === undefined ? (
                    <span>
                      {say(item.name)}: {t('queue.booking.notHere')}
                    </span>
                  ) : (
                    <Link className="ow-pick" to={to({ group, item: item.packCode })}>
                      <b>{say(item.name)}</b>
                      <span className="ow-muted">{nameOf(group)}</span>
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
