import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listPublicHalls } from '../api/queue.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Halls by level, to be narrowed by name. */
export function ChooseHall({ to }: { to: (id: string) => string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const halls = useQuery({ queryKey: ['publicHalls'], queryFn: listPublicHalls });
  if (halls.error !== null) return <ProblemAlert error={halls.error} onRetry={() => void halls.refetch()} />;
  if (halls.data === undefined) return <LoadingState />;
  const found = halls.data.items.filter(({ name, address }) => `${name}${address}`.includes(typed.trim()));
  return (
    <>
      <Field id="booking-hall" label={t('queue.booking.searchHall')}>
        <Input size="large" allowClear value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      {found.length === 0 ? <EmptyState text={t('queue.booking.noHall')} /> : null}
      {(['district', 'town', 'village'] as const).map((level) => {
        const own = found.filter((hall) => hall.level === level);
        return own.length === 0 ? null : (
          <section key={level}>
            <h2 className="ow-card-title">{t(`halls.level.${level}`)}</h2>
            <ul className="ow-choices">
              {own.map(({ id, name, address }) => (
                <li key={id}>
                  <Link to={to(id)} className="ow-pick">
                    <b>{name}</b>
                    {address === '' ? null : <span className="ow-muted">{address}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
