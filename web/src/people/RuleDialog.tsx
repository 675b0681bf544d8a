import { Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AreaChoice,
  type AssignmentMethod,
  type AssignmentRule,
  type Colleague,
  changeRule,
  createRule,
  type RuleScope,
} from '../api/people.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const methods: readonly AssignmentMethod[] = ['roundRobin', 'leastLoad', 'byArea'];

/** A rule: for what, by which method, and whom; by area each person with the towns and villages that are theirs. */
export function RuleDialog(props: {
  rule: AssignmentRule | undefined;
  /** What the rule is for, in words. */
  scope: string;
  packs: RuleScope[];
  areas: AreaChoice[];
  people: Colleague[];
  onClose: () => void;
}) {
  const { rule, packs, areas, people, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [packCode, setPack] = useState('');
  const [stepKey, setStep] = useState('');
  const [method, setMethod] = useState<AssignmentMethod>(rule?.method ?? 'roundRobin');
  const [members, setMembers] = useState(
    [...new Set([...(rule?.members ?? []), ...(rule?.areas ?? []).map(({ userId }) => userId)])].filter(
      (id) => people.some((person) => person.id === id),
    ),
  );
  const [areasOf, setAreasOf] = useState<Record<string, string[]>>(() => {
    const found: Record<string, string[]> = {};
    for (const { division, userId } of rule?.areas ?? [])
      found[userId] = [...(found[userId] ?? []), division];
    return found;
  });
  const covered = members.flatMap((userId) =>
    (areasOf[userId] ?? []).map((division) => ({ division, userId })),
  );
  const how = { method, members, areas: method === 'byArea' ? covered : [] };
  const save = useAction({
    run: (body: typeof how & { packCode: string; stepKey: string }, key) => {
      if (rule === undefined) return createRule(body, key);
      return changeRule(rule, how);
    },
    success: t('desk.rule.saved'),
    failed: () => undefined,
    done: onClose,
  });
  const divisions = areas.flatMap(({ town, villages }) => [
    { value: town.id, label: town.name },
    ...villages.map(({ id, name }) => ({
      value: id,
      label: t('desk.rule.village', { town: town.name, name }),
    })),
  ]);
  const ready = members.length > 0 && (method !== 'byArea' || covered.length > 0);
  return (
    <Modal
      open
      width={640}
      title={rule === undefined ? t('desk.rule.add') : t('desk.rule.changeOf', { scope: props.scope })}
      okText={t('desk.rule.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={() => save.mutate({ ...how, packCode, stepKey })}
      onCancel={onClose}
    >
      <ProblemAlert error={save.error} />
      {rule !== undefined ? null : (
        <>
          <Field id="rule-item" label={t('case.item')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={packCode}
              onChange={(code: string) => {
                setPack(code);
                setStep('');
              }}
              options={[
                { value: '', label: t('desk.rule.everything') },
                ...packs.map((pack) => ({ value: pack.packCode, label: say(pack.name) })),
              ]}
            />
          </Field>
          {packCode === '' ? null : (
            <Field id="rule-step" label={t('inbox.step')}>
              <Select
                value={stepKey}
                onChange={(key: string) => setStep(key)}
                options={[
                  { value: '', label: t('desk.rule.everyStep') },
                  ...(packs.find((pack) => pack.packCode === packCode)?.steps ?? []).map((step) => ({
                    value: step.key,
                    label: say(step.name),
                  })),
                ]}
              />
            </Field>
          )}
        </>
      )}
      <p id="rule-method-label">{t('desk.rule.method')}</p>
      <Radio.Group
        aria-labelledby="rule-method-label"
        value={method}
        onChange={(event: { target: { value?: AssignmentMethod } }) =>
          setMethod(event.target.value ?? 'roundRobin')
        }
        options={methods.map((value) => ({ value, label: t(`desk.rule.methods.${value}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Field id="rule-members" label={t('desk.rule.members')} hint={t('desk.rule.membersHint')} required>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={members}
          onChange={(ids: string[]) => setMembers(ids)}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
      </Field>
      {method !== 'byArea'
        ? null
        : members.map((id) => (
            <Field
              key={id}
              id={`rule-area-${id}`}
              label={t('desk.rule.areasOf', { name: people.find((person) => person.id === id)?.name })}
            >
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={areasOf[id] ?? []}
                onChange={(chosen: string[]) => setAreasOf({ ...areasOf, [id]: chosen })}
                options={divisions}
              />
            </Field>
          ))}
    </Modal>
  );
}
