import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hall, Shift } from '../api/halls.ts';
import type { NamedRef } from '../api/types.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';

/** The shifts of a day: counter, clerk, from, to. */
export function RosterRows(props: {
  hall: Hall;
  clerks: NamedRef[];
  shifts: Shift[];
  onChange: (shifts: Shift[]) => void;
}) {
  const { hall, clerks, shifts, onChange } = props;
  const { t } = useTranslation();
  const put = (at: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, index) => (index === at ? { ...shift, ...part } : shift)));
  const [hours] = hall.hours;
  const last = hall.hours.at(-1);
  const add = () =>
    onChange([
      ...shifts,
      {
        counter: hall.counters.find(({ no }) => !shifts.some(({ counter }) => counter === no))?.no ?? '',
        userId: clerks.find(({ id }) => !shifts.some(({ userId }) => userId === id))?.id ?? '',
        from: hours?.from ?? '09:00',
        to: last?.to ?? '17:00',
      },
    ]);
  if (clerks.length === 0) return <EmptyState text={t('halls.roster.noClerks')} />;
  return (
    <>
      {shifts.length === 0 ? <p className="ow-muted">{t('halls.roster.none')}</p> : null}
      {shifts.map((shift, at) => (
        <fieldset key={at} className="ow-hall-part">
          <legend>{t('halls.roster.shift', { no: at + 1 })}</legend>
          <div className="ow-row">
            <Field id={`shift-${at}-counter`} label={t('queue.counter')} required>
              <Select
                style={{ minWidth: 120 }}
                value={shift.counter === '' ? null : shift.counter}
                onChange={(counter: string | null) => put(at, { counter: counter ?? '' })}
                options={hall.counters.map(({ no }) => ({ value: no, label: t('queue.counterNo', { no }) }))}
              />
            </Field>
            <Field id={`shift-${at}-clerk`} label={t('halls.roster.clerk')} required>
              <Select
                style={{ minWidth: 140 }}
                value={shift.userId === '' ? null : shift.userId}
                onChange={(userId: string | null) => put(at, { userId: userId ?? '' })}
                options={clerks.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            {(['from', 'to'] as const).map((side) => (
              <Field key={side} id={`shift-${at}-${side}`} label={t(`halls.${side}`)}>
                <Input
                  maxLength={5}
                  style={{ width: 90 }}
                  value={shift[side]}
                  onChange={(event) => put(at, { [side]: event.target.value })}
                />
              </Field>
            ))}
            <Button onClick={() => onChange(shifts.filter((_, index) => index !== at))}>
              {t('halls.roster.remove', { no: at + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <p>
        <Button onClick={add}>{t('halls.roster.add')}</Button>
      </p>
    </>
  );
}
