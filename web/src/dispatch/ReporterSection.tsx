import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';

export interface ReporterSectionProps {
  value: { name?: string; phone?: string };
  onChange: (value: { name?: string; phone?: string }) => void;
}

/** Who reported, where they say so: for the call back only, encrypted and hidden from everybody else. */
export function ReporterSection({ value, onChange }: ReporterSectionProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="ow-muted">{t('dispatch.report.whoWhy')}</p>
      <div className="ow-fields">
        <Field id="reporter-name" label={t('dispatch.report.reporterName')}>
          <Input
            maxLength={100}
            autoComplete="off"
            value={value.name ?? ''}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        </Field>
        <Field id="reporter-phone" label={t('dispatch.report.reporterPhone')}>
          <Input
            maxLength={30}
            inputMode="tel"
            autoComplete="off"
            value={value.phone ?? ''}
            onChange={(event) => onChange({ ...value, phone: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
