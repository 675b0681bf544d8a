import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AssignmentRule, listPeople, listRules, removeRule } from '../api/people.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { RuleDialog } from './RuleDialog.tsx';

const rulesKey = ['assignmentRules'] as const;

/** How new tasks find their person: the rules of the department, the most particular first. */
export function RulesPanel() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const rules = useQuery({ queryKey: rulesKey, queryFn: listRules });
  const people = useQuery({ queryKey: ['people'], queryFn: listPeople });
  const [dialog, setDialog] = useState<AssignmentRule | 'new' | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: rulesKey });
  const remove = useAction({
    run: (id: string) => removeRule(id),
    success: t('desk.rule.removed'),
    done: renew,
  });
  if (rules.data === undefined || people.data === undefined) {
    const error = rules.error ?? people.error;
    return error === null ? <LoadingState /> : <ProblemAlert error={error} />;
  }
  const { items, packs } = rules.data;
  const scope = (rule: AssignmentRule) => {
    if (rule.packCode === '') return t('desk.rule.everything');
    const pack = packs.find((one) => one.packCode === rule.packCode);
    const step = pack?.steps.find((one) => one.key === rule.stepKey);
    const item = pack === undefined ? rule.packCode : say(pack.name);
    return rule.stepKey === ''
      ? item
      : t('desk.rule.stepOf', { item, step: step === undefined ? rule.stepKey : say(step.name) });
  };
  const nameOf = (id: string) =>
    people.data.items.find((person) => person.id === id)?.name ?? t('desk.rule.gone');
  const names = (rule: AssignmentRule) => {
    const ids = rule.method === 'byArea' ? rule.areas.map(({ userId }) => userId) : rule.members;
    return [...new Set(ids)].map(nameOf).join(t('common.comma'));
  };
  const sure = (rule: AssignmentRule) =>
    modal.confirm({
      title: t('desk.rule.removeSure', { scope: scope(rule) }),
      okText: t('desk.rule.remove'),
      cancelText: t('common.cancel'),
      onOk: () => remove.mutate(rule.id),
    });
  return (
    <>
      <div className="ow-row ow-desk-tools">
        <span className="ow-grow ow-muted">{t('desk.rule.what')}</span>
        <Button type="primary" onClick={() => setDialog('new')}>
          {t('desk.rule.add')}
        </Button>
      </div>
      {items.length === 0 ? (
        <EmptyState text={t('desk.rule.none')} />
      ) : (
        <CardTable
          caption={t('desk.people.view.rules')}
          columns={[t('desk.rule.scope'), t('desk.rule.method'), t('desk.rule.members'), t('common.action')]}
          rows={[...items].reverse().map((rule) => ({
            key: rule.id,
            cells: [
              scope(rule),
              t(`desk.rule.methods.${rule.method}`),
              names(rule),
              <div key="acts" className="ow-row">
                <Button size="small" onClick={() => setDialog(rule)}>
                  {t('desk.rule.change')}
                  <span className="ow-hidden">{scope(rule)}</span>
                </Button>
                <Button size="small" onClick={() => sure(rule)}>
                  {t('desk.rule.remove')}
                  <span className="ow-hidden">{scope(rule)}</span>
                </Button>
              </div>,
            ],
          }))}
        />
      )}
      {dialog === null ? null : (
        <RuleDialog
          rule={dialog === 'new' ? undefined : dialog}
          scope={dialog === 'new' ? '' : scope(dialog)}
          packs={packs}
          areas={rules.data.areas}
          people={people.data.items}
          onClose={() => {
            setDialog(null);
            void renew();
          }}
        />
      )}
    </>
  );
}
