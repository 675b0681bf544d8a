import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addParty, type Party } from '../api/portal.ts';
import { Problem } from '../api/problem.ts';
import { Field } from '../components/Field.tsx';
import { placeOf } from '../components/placeOf.ts';
import { useAction } from '../components/useAction.ts';
import { PortalErrors } from './PortalErrors.tsx';
import { portalSessionKey } from './portalSession.ts';

type Values = Record<'name' | 'idNumber' | 'legalRepresentative' | 'authorisation' | 'phone', string>;
const blank: Values = { name: '', idNumber: '', legalRepresentative: '', authorisation: '', phone: '' };
const fieldsOf: Record<Party['kind'], (keyof Values)[]> = {
  self: ['name', 'idNumber'],
  person: ['name', 'idNumber', 'phone', 'authorisation'],
  company: ['name', 'idNumber', 'legalRepresentative', 'authorisation'],
};
const optional: ReadonlySet<string> = new Set(['person.phone', 'company.authorisation']);

/** Adds somebody in whose name one applies: oneself first, then others and companies. */
export function PartyForm({
  kinds,
  onAdded,
  onCancel,
}: {
  kinds: readonly Party['kind'][];
  onAdded: (id: string) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [kind, setKind] = useState<Party['kind']>(kinds[0] ?? 'self');
  const [values, setValues] = useState(blank);
  const [tried, setTried] = useState(false);
  const add = useAction({
    run: (body: Record<string, string>, key) => addParty(body, key),
    failed: () => undefined,
    done: async ({ id }) => {
      await client.invalidateQueries({ queryKey: portalSessionKey });
      setValues(blank);
      setTried(false);
      onAdded(id);
    },
  });
  const fields = fieldsOf[kind];
  const isMissing = (field: keyof Values) => values[field].trim() === '' && !optional.has(`${kind}.${field}`);
  const problem = add.error instanceof Problem ? add.error : null;
  const errorAt = (field: keyof Values) =>
    tried && isMissing(field)
      ? t('common.fillIn')
      : problem?.errors.find((error) => placeOf(error) === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.some(isMissing)) return;
    const given = fields.map((field): [string, string] => [field, values[field].trim()]);
    add.mutate(Object.fromEntries([['kind', kind], ...given.filter(([, value]) => value !== '')]));
  };
  return (
    <form onSubmit={submit} noValidate>
      <PortalErrors
        problem={problem}
        missing={
          tried
            ? fields.filter(isMissing).map((field) => ({
                id: `party-${field}`,
                text: t('portal.party.missing', { name: t(`portal.party.${kind}.${field}`) }),
              }))
            : []
        }
        idOf={(error) => `party-${placeOf(error)}`}
      />
      {kinds.length === 1 ? null : (
        <Radio.Group
          className="ow-portal-choice"
          aria-label={t('portal.party.kind')}
          value={kind}
          onChange={(event: { target: { value?: unknown } }) => {
            setKind(event.target.value as Party['kind']);
            setTried(false);
            add.reset();
          }}
          options={kinds.map((value) => ({ value, label: t(`portal.party.${value}.kind`) }))}
        />
      )}
      <p className="ow-muted">{t(`portal.party.${kind}.why`)}</p>
      {fields.map((field) => (
        <Field
          key={`${kind} ${field}`}
          id={`party-${field}`}
          label={t(`portal.party.${kind}.${field}`)}
          required={!optional.has(`${kind}.${field}`)}
          error={errorAt(field)}
        >
          <Input
            size="large"
            maxLength={200}
            autoComplete={kind === 'self' && field === 'name' ? 'name' : 'off'}
            value={values[field]}
            onChange={(event) =>
              setValues({
                ...values,
                [field]: field === 'idNumber' ? event.target.value.toUpperCase() : event.target.value,
              })
            }
          />
        </Field>
      ))}
      <div className="ow-portal-actions">
        <Button size="large" type="primary" htmlType="submit" loading={add.isPending}>
          {t('portal.party.add')}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="large" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
