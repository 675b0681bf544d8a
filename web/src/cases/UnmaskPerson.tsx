import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unmaskCase } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import { Facts } from '../components/Facts.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const reasons = ['complaint', 'inspection', 'contact', 'identity'] as const;

/** Shows a supervisor who the applicant is, after a reason was given; it is gone when the dialog is closed. */
export function UnmaskPerson({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const unmask = useAction({
    run: (why: string) => unmaskCase(view.id, why),
    done: () => client.invalidateQueries({ queryKey: ['case', view.id, 'events'] }),
    failed: setFailure,
  });
  const close = () => {
    setOpen(false);
    setReason(undefined);
    setFailure(null);
    unmask.reset();
  };
  const { applicant, agent } = unmask.data ?? {};
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('desk.unmask.open')}</Button>
      <Modal
        open={open}
        title={t('desk.unmask.title', { caseNo: view.caseNo })}
        okText={t('desk.unmask.show')}
        okButtonProps={{ disabled: reason === undefined, loading: unmask.isPending }}
        onOk={() => reason !== undefined && unmask.mutate(reason)}
        onCancel={close}
        {...(unmask.data === undefined
          ? {}
          : { footer: <Button onClick={close}>{t('common.close')}</Button> })}
        destroyOnHidden
      >
        <ProblemAlert error={failure} />
        {unmask.data === undefined ? (
          <div className="ow-stack" style={{ gap: 12 }}>
            <Alert type="info" showIcon title={t('desk.unmask.why')} />
            <Radio.Group
              aria-label={t('desk.unmask.reason')}
              value={reason}
              onChange={(event) => setReason(String(event.target.value))}
              options={reasons.map((value) => ({ value, label: t(`desk.unmask.${value}`) }))}
            />
          </div>
        ) : (
          <Facts
            entries={[
              [t('case.applicant'), applicant?.name],
              [t('window.applicant.idNumber'), applicant?.idNumber],
              [t('window.applicant.phone'), applicant?.phone],
              [t('window.applicant.representative'), applicant?.legalRepresentative],
              [t('desk.unmask.agent'), agent ? `${agent.name} ${agent.idNumber} ${agent.phone ?? ''}` : null],
            ]}
          />
        )}
      </Modal>
    </>
  );
}
