import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, InputNumber, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HallEdit, type HallPageView, ruleNames, saveHall } from '../api/halls.ts';
import { Problem } from '../api/problem.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { CounterRows } from './CounterRows.tsx';
import { GroupRows } from './GroupRows.tsx';
import { HoursRows } from './HoursRows.tsx';
import './halls.css';

function editOf(hall: HallPageView): HallEdit {
  const { name, address, days, hours, groups, counters, rules } = hall;
  return { name, address, days, hours, groups, counters, rules };
}

/** How the hall is arranged: hours, service groups, counters and what they take, rules of the queue. Saved as a whole. */
export function HallForm({ hall }: { hall: HallPageView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [edit, setEdit] = useState(() => editOf(hall));
  const [problem, setProblem] = useState<unknown>(null);
  const change = (part: Partial<HallEdit>) => setEdit((before) => ({ ...before, ...part }));
  const dirty = JSON.stringify(edit) !== JSON.stringify(editOf(hall));
  const reload = () => client.invalidateQueries({ queryKey: ['halls'] });
  const save = useAction({
    run: (body: HallEdit) => saveHall(hall.id, hall.version, body),
    success: t('halls.saved'),
    done: () => reload(),
    failed: setProblem,
  });
  const submit = () => {
    setProblem(null);
    if (!save.isPending) save.mutate(edit);
  };
  useShortcuts([{ keys: 'Alt+S', label: t('halls.save'), run: submit }]);
  const stale = problem instanceof Problem && problem.code === 'versionConflict';
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('halls.basics')}</h2>}>
          <div className="ow-fields">
            <Field id="hall-name" label={t('halls.name')} required>
              <Input
                maxLength={60}
                value={edit.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
            <Field id="hall-address" label={t('halls.address')}>
              <Input
                maxLength={200}
                value={edit.address}
                onChange={(event) => change({ address: event.target.value })}
              />
            </Field>
          </div>
          <fieldset className="ow-plain-fieldset">
            <legend>{t('halls.days')}</legend>
            <Radio.Group
              value={edit.days}
              onChange={(event: { target: { value?: unknown } }) =>
                change({ days: event.target.value === 'everyDay' ? 'everyDay' : 'workdays' })
              }
              options={(['workdays', 'everyDay'] as const).map((value) => ({
                value,
                label: t(`halls.${value}`),
              }))}
            />
          </fieldset>
          <HoursRows hours={edit.hours} onChange={(hours) => change({ hours })} />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('halls.groups')}</h2>}>
          <p className="ow-muted">{t('halls.groupsHelp')}</p>
          <GroupRows hall={hall} groups={edit.groups} onChange={(groups) => change({ groups })} />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('halls.counters')}</h2>}>
          <p className="ow-muted">{t('halls.countersHelp')}</p>
          <CounterRows
            hall={hall}
            groups={edit.groups}
            counters={edit.counters}
            onChange={(counters) => change({ counters })}
          />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('halls.rules')}</h2>}>
          <div className="ow-fields">
            {ruleNames.map((name) => (
              <Field key={name} id={`rule-${name}`} label={t(`halls.rule.${name}`)}>
                <InputNumber
                  min={0}
                  max={240}
                  value={edit.rules[name]}
                  onChange={(value: number | null) =>
                    change({ rules: { ...edit.rules, [name]: value ?? edit.rules[name] } })
                  }
                />
              </Field>
            ))}
          </div>
        </Card>
        <ProblemAlert error={problem} {...(stale ? { onRetry: () => void reload() } : {})} />
        <div className="ow-row">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!dirty}>
            {t('halls.save')} <kbd>Alt+S</kbd>
          </Button>
          <span className="ow-muted" role="status">
            {dirty ? t('halls.unsaved') : ''}
          </span>
        </div>
      </div>
    </form>
  );
}
