import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '../api/halls.ts';
import { Field } from '../components/Field.tsx';

/** Opening hours of a day, typed as `HH:MM`. */
export function HoursRows(props: { hours: OpeningHours[]; onChange: (hours: OpeningHours[]) => void }) {
  const { hours, onChange } = props;
  const { t } = useTranslation();
  const put = (at: number, part: Partial<OpeningHours>) =>
    onChange(hours.map((entry, index) => (index === at ? { ...entry, ...part } : entry)));
  return (
    <fieldset className="ow-plain-fieldset">
      <legend>{t('halls.hours')}</legend>
      {hours.map((entry, at) => (
        <div key={at} className="ow-row">
          {(['from', 'to'] as const).map((side) => (
            <Field key={side} id={`hours-${at}-${side}`} label={t(`halls.${side}`)}>
              <Input
                maxLength={5}
                style={{ width: 90 }}
                value={entry[side]}
                onChange={(event) => put(at, { [side]: event.target.value })}
              />
            </Field>
          ))}
          {hours.length === 1 ? null : (
            <Button onClick={() => onChange(hours.filter((_, index) => index !== at))}>
              {t('halls.removeHours', { from: entry.from })}
            </Button>
          )}
        </div>
      ))}
      {hours.length >= 4 ? null : (
        <Button onClick={() => onChange([...hours, { from: '13:00', to: '17:00' }])}>
          {t('halls.addHours')}
        </Button>
      )}
    </fieldset>
  );
}
