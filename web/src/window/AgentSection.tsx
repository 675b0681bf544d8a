import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../api/types.ts';
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
  return (
    <>
      <Checkbox
        disabled={readOnly}
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
                readOnly={readOnly}
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
