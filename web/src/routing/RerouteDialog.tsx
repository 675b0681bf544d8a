import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RoutedTask, rerouteTask } from '../api/routing.ts';
import type { NamedRef } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface RerouteDialogProps {
  caseId: string;
  task: RoutedTask;
  departments: readonly NamedRef[];
  onClose: () => void;
}

/** Sends a task that a department has to another one; its own clock starts anew there. */
export function RerouteDialog({ caseId, task, departments, onClose }: RerouteDialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const [department, setDepartment] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const send = useAction({
    run: (body: { department: string; reason: string }, key) => rerouteTask(task.id, body, key),
    success: t('routing.reroute.done'),
    failed: () => undefined,
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  const ready = department !== null && reason.trim() !== '';
  return (
    <Modal
      open
      title={t('routing.reroute.title', { step: say(task.stepName) })}
      okText={t('routing.reroute.send')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={() => (department === null ? undefined : send.mutate({ department, reason: reason.trim() }))}
      onCancel={onClose}
    >
      <p>{t('routing.reroute.text', { department: task.department.name })}</p>
      <ProblemAlert error={send.error} />
      <Field id="reroute-department" label={t('supervision.unrouted.department')} required>
        <Select
          id="reroute-department"
          showSearch={{ optionFilterProp: 'label' }}
          value={department}
          onChange={(value: string) => setDepartment(value)}
          options={departments
            .filter(({ id }) => id !== task.department.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: '100%' }}
        />
      </Field>
      <Field id="reroute-reason" label={t('supervision.unrouted.reason')} required>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
