import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/Field.tsx';

/** The instant at which a rehearsal begins, as scenarios write it: `YYYY-MM-DD HH:mm` of Shanghai. */
export function StartAtField({ value, onChange }: { value: string; onChange: (startAt: string) => void }) {
  const { t } = useTranslation();
  return (
    <Field id="rehearsal-start" label={t('rehearsal.startAt')} hint={t('rehearsal.startAtHint')}>
      <Input
        type="datetime-local"
        value={value.replace(' ', 'T')}
        onChange={(event) => onChange(event.target.value.replace('T', ' ').slice(0, 16))}
      />
    </Field>
  );
}
