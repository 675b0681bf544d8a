import { Button, Checkbox, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LimitChoice, listMovable, MigrationPlan, MigrationWish } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import './migration.css';

export interface WishFormProps {
  wish: MigrationWish;
  /** The last plan between the two versions, which knows their steps. */
  plan: MigrationPlan | undefined;
  /** Versions that cases may go to, latest first. */
  targets: readonly number[];
  running: Awaited<ReturnType<typeof listMovable>>;
  onChange: (wish: MigrationWish) => void;
}

/** Which version, which cases, which limits; and, once the plan names steps without a counterpart, what takes their place. */
export function WishForm({ wish, plan, targets, running, onChange }: WishFormProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const chosen = new Set(wish.cases);
  const choose = (id: string, on: boolean) =>
    onChange({ ...wish, cases: on ? [...wish.cases, id] : wish.cases.filter((entry) => entry !== id) });
  const homeless = plan?.steps.filter(({ key, to }) => to === null || wish.mapping[key] !== undefined) ?? [];
  return (
    <>
      <Field id="migration-to" label={t('migration.to')} required>
        <Select
          id="migration-to"
          value={wish.to}
          options={targets.map((version) => ({ value: version, label: t('migration.version', { version }) }))}
          onChange={(to: number) => onChange({ ...wish, to, mapping: {} })}
          style={{ minWidth: 200 }}
        />
      </Field>
      <fieldset className="ow-field ow-migration">
        <legend>{t('migration.limits')}</legend>
        <Radio.Group
          value={wish.limits}
          onChange={(event) => onChange({ ...wish, limits: event.target.value as LimitChoice })}
          options={(['keep', 'shorten'] as const).map((value) => ({
            value,
            label: t(`migration.limit.${value}`),
          }))}
        />
      </fieldset>
      <fieldset className="ow-field ow-migration">
        <legend>{t('migration.cases', { chosen: wish.cases.length, total: running.total })}</legend>
        <div className="ow-row">
          <Button
            size="small"
            onClick={() =>
              onChange({
                ...wish,
                cases: running.items.filter(({ migratingTo }) => migratingTo === null).map(({ id }) => id),
              })
            }
          >
            {t('migration.all')}
          </Button>
          <Button size="small" onClick={() => onChange({ ...wish, cases: [] })}>
            {t('migration.nobody')}
          </Button>
          {running.total > running.items.length ? (
            <span className="ow-small">{t('migration.first', { count: running.items.length })}</span>
          ) : null}
        </div>
        <ul className="ow-list">
          {running.items.map(({ id, caseNo, state, steps, migratingTo }) => (
            <li key={id}>
              <Checkbox
                checked={chosen.has(id)}
                disabled={migratingTo !== null}
                onChange={(event) => choose(id, event.target.checked)}
              >
                {caseNo} · {t(`common.caseState.${state}`)} · {steps.map(say).join('、')}
                {migratingTo === null ? null : ` · ${t('migration.migrating', { version: migratingTo })}`}
              </Checkbox>
            </li>
          ))}
        </ul>
      </fieldset>
      {homeless.map(({ key, name }) => (
        <Field key={key} id={`migration-map-${key}`} label={t('migration.map', { step: say(name) })}>
          <Select
            id={`migration-map-${key}`}
            allowClear
            value={wish.mapping[key] ?? null}
            placeholder={t('migration.mapNone')}
            options={plan?.targets.map((target) => ({ value: target.key, label: say(target.name) })) ?? []}
            onChange={(to: string | undefined) => {
              const { [key]: _old, ...others } = wish.mapping;
              onChange({ ...wish, mapping: to == null ? others : { ...others, [key]: to } });
            }}
            style={{ minWidth: 260 }}
          />
        </Field>
      ))}
    </>
  );
}
