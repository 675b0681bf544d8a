import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../api/types.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { emptyAgent } from './intakeSections.ts';
import type { ErrorAt } from './SectionCard.tsx';

export interface AgentSectionProps {
  value: Agent | null;
  readOnly: boolean;
  errorAt: ErrorAt;
  onChange: (value: Agent | null) => void;
}

/** Who acts for the applicant, if anybody. */
export function AgentSection({ value, readOnly, errorAt, onChange }: AgentSectionProps) {
  const { t } = useTranslation();
  if (readOnly) {
    if (value === null) return <p className="ow-muted">{t('window.agent.none')}</p>;
    return (
      <Facts
        entries={(['name', 'idNumber', 'phone', 'authorisation'] as const).map((key) => [
          t(`window.agent.${key}`),
          value[key],
        ])}
      />
    );
  }
  return (
    <>
      <Checkbox
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? emptyAgent : null)}
      >
        {t('window.agent.has')}
      </Checkbox>
      {value === null ? null : (
        <div className="ow-fields" style={{ marginTop: 12 }}>
          {(['name', 'idNumber', 'phone', 'authorisation'] as const).map((key) => (
            <Field
              key={key}
              id={`agent-${key}`}
              label={t(`window.agent.${key}`)}
              required={key === 'name' || key === 'idNumber'}
              error={errorAt(`agent.${key}`)}
            >
              <Input
                autoComplete="off"
                maxLength={100}
                value={value[key] ?? ''}
                onChange={(event) => onChange({ ...value, [key]: event.target.value })}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
