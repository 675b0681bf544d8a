import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople, registerAbsence } from '../api/people.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Registers an absence: who (oneself, but for a head), from and to, and who stands in. */
export function AbsenceDialog({ onClose }: { onClose: (done: boolean) => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const people = useQuery({ queryKey: ['people'], queryFn: listPeople });
  const [userId, setUser] = useState(user.id);
  const [deputyId, setDeputy] = useState<string | null>(null);
  const [fromDay, setFrom] = useState('');
  const [toDay, setTo] = useState('');
  const register = useAction({
    run: (body: Parameters<typeof registerAbsence>[0], key) => registerAbsence(body, key),
    success: t('desk.absence.registeredWords'),
    failed: () => undefined,
    done: () => onClose(true),
  });
  const all = people.data?.items ?? [];
  const roles = all.find((person) => person.id === userId)?.roles ?? [];
  const fit = all.filter((one) => one.id !== userId && one.roles.some((role) => roles.includes(role)));
  const wrongOrder = fromDay !== '' && toDay !== '' && toDay < fromDay;
  const ready = deputyId !== null && fromDay !== '' && toDay !== '' && !wrongOrder;
  const options = (list: typeof all) => list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Modal
      open
      title={t('desk.absence.register')}
      okText={t('desk.absence.send')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: register.isPending }}
      onOk={() => deputyId !== null && register.mutate({ userId, deputyId, fromDay, toDay })}
      onCancel={() => onClose(false)}
    >
      <ProblemAlert error={register.error ?? people.error} />
      {hasRole(user, ['head']) ? (
        <Field id="absence-person" label={t('desk.absence.person')} required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={userId}
            onChange={(id: string) => {
              setUser(id);
              if (id === deputyId) setDeputy(null);
            }}
            options={options(all)}
          />
        </Field>
      ) : null}
      <Field id="absence-from" label={t('desk.absence.from')} required>
        <Input type="date" value={fromDay} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field
        id="absence-to"
        label={t('desk.absence.to')}
        error={wrongOrder ? t('desk.absence.wrongOrder') : undefined}
        required
      >
        <Input type="date" value={toDay} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Field
        id="absence-deputy"
        label={t('desk.absence.deputy')}
        hint={t('desk.absence.deputyHint')}
        required
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={deputyId}
          onChange={(id: string) => setDeputy(id)}
          options={options(fit)}
          notFoundContent={t('desk.absence.nobodyFit')}
        />
      </Field>
    </Modal>
  );
}
