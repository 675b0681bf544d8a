import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Applicant } from '../api/types.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { NumberConfirmation } from './NumberConfirmation.tsx';
import type { ErrorAt } from './SectionCard.tsx';

const idTypes = { natural: ['111', '516', '511', '414', '553'], legal: ['001', '099'] } as const;

export interface ApplicantSectionProps {
  value: Applicant;
  readOnly: boolean;
  errorAt: ErrorAt;
  /** The server found nothing wrong with the number but its check character. */
  failedCheck: boolean;
  onChange: (value: Applicant) => void;
}

/** Who applies: a person or an organisation. The server checks the number and says which rule failed. */
export function ApplicantSection({ value, readOnly, errorAt, failedCheck, onChange }: ApplicantSectionProps) {
  const { t } = useTranslation();
  if (readOnly) {
    return (
      <Facts
        entries={[
          [t(`window.applicant.name.${value.kind}`), value.name],
          [
            t(`window.idType.${value.idType}`, { defaultValue: t('window.applicant.idNumber') }),
            value.numberConfirmed === true
              ? t('window.applicant.confirmedNumber', { number: value.idNumber })
              : value.idNumber,
          ],
          [t('window.applicant.phone'), value.phone],
          [t('window.applicant.representative'), value.legalRepresentative],
        ]}
      />
    );
  }
  // A confirmation is about one number: it goes with it.
  const set = (change: Partial<Applicant>) => {
    const { numberConfirmed: _gone, ...rest } = value;
    const same = !('idNumber' in change) && !('idType' in change);
    onChange({ ...(same ? value : rest), ...change });
  };
  const text = (
    key: 'name' | 'idNumber' | 'phone' | 'legalRepresentative',
    label: string,
    required: boolean,
  ) => (
    <Field id={`applicant-${key}`} label={label} required={required} error={errorAt(`applicant.${key}`)}>
      <Input
        autoComplete="off"
        maxLength={100}
        value={value[key] ?? ''}
        onChange={(event) =>
          set({ [key]: key === 'idNumber' ? event.target.value.toUpperCase() : event.target.value })
        }
      />
    </Field>
  );
  return (
    <>
      <Radio.Group
        aria-label={t('window.applicant.kind')}
        value={value.kind}
        onChange={(event: { target: { value?: unknown } }) => {
          const kind = event.target.value === 'legal' ? 'legal' : 'natural';
          set({ kind, idType: idTypes[kind][0] });
        }}
        options={[
          { value: 'natural', label: t('window.applicant.natural') },
          { value: 'legal', label: t('window.applicant.legal') },
        ]}
        style={{ marginBottom: 12 }}
      />
      <div className="ow-fields">
        {text('name', t(`window.applicant.name.${value.kind}`), true)}
        <Field
          id="applicant-idType"
          label={t('window.applicant.idType')}
          required
          error={errorAt('applicant.idType')}
        >
          <Select
            value={value.idType}
            onChange={(idType: string) => set({ idType })}
            options={idTypes[value.kind].map((key) => ({ value: key, label: t(`window.idType.${key}`) }))}
          />
        </Field>
        {text('idNumber', t('window.applicant.idNumber'), true)}
        {text('phone', t('window.applicant.phone'), false)}
        {value.kind === 'legal'
          ? text('legalRepresentative', t('window.applicant.representative'), false)
          : null}
      </div>
      <NumberConfirmation value={value} failedCheck={failedCheck} onChange={onChange} />
    </>
  );
}
