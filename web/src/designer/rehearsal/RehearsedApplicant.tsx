import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Applicant } from '../../api/caseTypes.ts';
import { Field } from '../../components/Field.tsx';

const idTypes = { natural: ['111', '516', '511', '414', '553'], legal: ['001', '099'] } as const;

/** Who applies in a rehearsal: made up, so nothing is read from a card or compared with a register. */
export function RehearsedApplicant({
  value,
  onChange,
}: {
  value: Applicant;
  onChange: (value: Applicant) => void;
}) {
  const { t } = useTranslation();
  const set = (change: Partial<Applicant>) => onChange({ ...value, ...change });
  const text = (key: 'name' | 'idNumber' | 'phone' | 'legalRepresentative', label: string) => (
    <Field id={`rehearsal-${key}`} label={label} required={key === 'name' || key === 'idNumber'}>
      <Input
        autoComplete="off"
        maxLength={100}
        value={value[key] ?? ''}
        onChange={(event) => set({ [key]: event.target.value })}
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
        {text('name', t(`window.applicant.name.${value.kind}`))}
        <Field id="rehearsal-idType" label={t('window.applicant.idType')} required>
          <Select
            value={value.idType}
            onChange={(idType: string) => set({ idType })}
            options={idTypes[value.kind].map((key) => ({ value: key, label: t(`window.idType.${key}`) }))}
          />
        </Field>
        {text('idNumber', t('window.applicant.idNumber'))}
        {text('phone', t('window.applicant.phone'))}
        {value.kind === 'legal' ? text('legalRepresentative', t('window.applicant.representative')) : null}
      </div>
    </>
  );
}
