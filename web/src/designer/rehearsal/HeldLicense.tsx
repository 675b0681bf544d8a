import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/Field.tsx';

export interface HeldLicenseValue {
  licenseNo: string;
  validFrom: string;
  validTo: string;
}

/** Nothing filled in yet; the days are those of a license in its last year. */
export const noLicense: HeldLicenseValue = { licenseNo: '', validFrom: '', validTo: '' };

/** The license that the applicant holds already, for renewals and changes. */
export function HeldLicense({
  value,
  onChange,
}: {
  value: HeldLicenseValue;
  onChange: (value: HeldLicenseValue) => void;
}) {
  const { t } = useTranslation();
  const field = (key: keyof HeldLicenseValue, type: 'text' | 'date') => (
    <Field id={`rehearsal-license-${key}`} label={t(`rehearsal.license.${key}`)} required>
      <Input
        type={type}
        maxLength={64}
        value={value[key]}
        onChange={(event) => onChange({ ...value, [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      <h3 className="ow-card-title">{t('rehearsal.license.title')}</h3>
      <div className="ow-fields">
        {field('licenseNo', 'text')}
        {field('validFrom', 'date')}
        {field('validTo', 'date')}
      </div>
    </>
  );
}
