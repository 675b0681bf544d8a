import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Applicant } from '../api/caseTypes.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { CardButton } from '../devices/CardButton.tsx';
import { NumberConfirmation } from './NumberConfirmation.tsx';
import type { ErrorAt } from './SectionCard.tsx';

export const naturalIdTypes = ['111', '516', '511', '414', '553'] as const;
const idTypes = { natural: naturalIdTypes, legal: ['001', '099'] } as const;

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
  // A confirmation is about one number, and what was read from a card is no longer so once it is typed over.
  const set = (change: Partial<Applicant>) => {
    const { numberConfirmed: _gone, source: _read, ...rest } = value;
    const { source: _typedOver, ...renamed } = value;
    const sameNumber = !('idNumber' in change) && !('idType' in change);
    const before = !sameNumber ? rest : 'name' in change ? renamed : value;
    onChange({ ...before, ...change });
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
      {value.kind === 'natural' ? (
        <div style={{ marginBottom: 12 }}>
          <CardButton
            whose={t('window.part.applicant')}
            onRead={({ name, idType, number }) => set({ name, idType, idNumber: number, source: 'card' })}
          />
          {value.source === 'card' ? (
            <span className="ow-small ow-from-card">{t('devices.fromCard')}</span>
          ) : null}
        </div>
      ) : null}
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
