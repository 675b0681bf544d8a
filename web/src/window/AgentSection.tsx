import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Agent, type AgentLetter, type AgentScope, agentScopes } from '../api/caseTypes.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { CardButton } from '../devices/CardButton.tsx';
import { naturalIdTypes } from './ApplicantSection.tsx';
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
        entries={[
          ...(['name', 'idNumber', 'phone', 'authorisation'] as const).map(
            (key): [string, string | undefined] => [t(`window.agent.${key}`), value[key]],
          ),
          [
            t('window.agent.scope'),
            value.letter?.scope.map((key) => t(`window.agent.may.${key}`)).join(t('common.comma')),
          ],
          [t('window.agent.validTo'), value.letter?.validTo],
        ]}
      />
    );
  }
  return (
    <>
      <Checkbox
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? { ...emptyAgent, letter: newLetter } : null)}
      >
        {t('window.agent.has')}
      </Checkbox>
      {value === null ? null : (
        <AgentFields value={value} errorAt={errorAt} onChange={(agent) => onChange(agent)} />
      )}
    </>
  );
}

const newLetter: AgentLetter = { scope: ['submit'], validTo: '' };

function AgentFields({
  value,
  errorAt,
  onChange,
}: {
  value: Agent;
  errorAt: ErrorAt;
  onChange: (value: Agent) => void;
}) {
  const { t } = useTranslation();
  const { source: _read, ...typed } = value;
  const letter = value.letter ?? newLetter;
  const setLetter = (change: Partial<AgentLetter>) =>
    onChange({ ...value, letter: { ...letter, ...change } });
  return (
    <>
      <div style={{ marginBlock: 12 }}>
        <CardButton
          whose={t('window.part.agent')}
          onRead={({ name, idType, number }) =>
            onChange({ ...value, name, idType, idNumber: number, source: 'card' })
          }
        />
        {value.source === 'card' ? (
          <span className="ow-small ow-from-card">{t('devices.fromCard')}</span>
        ) : null}
      </div>
      <div className="ow-fields">
        <Field id="agent-name" label={t('window.agent.name')} required error={errorAt('agent.name')}>
          <Input
            autoComplete="off"
            maxLength={100}
            value={value.name}
            onChange={(event) => onChange({ ...typed, name: event.target.value })}
          />
        </Field>
        <Field id="agent-idType" label={t('window.applicant.idType')} required>
          <Select
            value={value.idType ?? '111'}
            onChange={(idType: string) => onChange({ ...typed, idType })}
            options={naturalIdTypes.map((key) => ({ value: key, label: t(`window.idType.${key}`) }))}
          />
        </Field>
        <Field
          id="agent-idNumber"
          label={t('window.agent.idNumber')}
          required
          error={errorAt('agent.idNumber')}
        >
          <Input
            autoComplete="off"
            maxLength={100}
            value={value.idNumber}
            onChange={(event) => onChange({ ...typed, idNumber: event.target.value.toUpperCase() })}
          />
        </Field>
        {(['phone', 'authorisation'] as const).map((key) => (
          <Field
            key={key}
            id={`agent-${key}`}
            label={t(`window.agent.${key}`)}
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
        <Field
          id="agent-letter-validTo"
          label={t('window.agent.validTo')}
          hint={t('window.agent.validToHint')}
          error={errorAt('agent.letter.validTo')}
        >
          <Input
            autoComplete="off"
            maxLength={10}
            placeholder="2027-12-31"
            value={letter.validTo}
            onChange={(event) => setLetter({ validTo: event.target.value.trim() })}
          />
        </Field>
      </div>
      <Checkbox.Group
        aria-label={t('window.agent.scope')}
        value={letter.scope}
        onChange={(scope) => setLetter({ scope: scope as AgentScope[] })}
        options={agentScopes.map((key) => ({ value: key, label: t(`window.agent.may.${key}`) }))}
      />
      {errorAt('agent.letter.scope') === undefined ? null : (
        <div className="ow-error" role="alert">
          {errorAt('agent.letter.scope')}
        </div>
      )}
      <p className="ow-small ow-muted">{t('window.agent.letterHint')}</p>
    </>
  );
}
