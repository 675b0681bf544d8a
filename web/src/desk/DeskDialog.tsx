import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

export interface DeskDialogProps {
  task: TaskView;
  title: string;
  okText: string;
  ready: boolean;
  busy: boolean;
  error: unknown;
  onOk: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of one act on a task: which case it is about, what is needed, what went wrong. */
export function DeskDialog(props: DeskDialogProps) {
  const { task, title, okText, ready, busy, error, onOk, onClose, children } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={onOk}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <Facts
        entries={[
          [
            t('case.number'),
            <span key="number" className="ow-nums">
              {task.caseNo}
            </span>,
          ],
          [t('case.applicant'), task.case.applicantName],
          [t('inbox.step'), say(task.stepName)],
        ]}
      />
      <div className="ow-stack" style={{ marginTop: 16 }}>
        {children}
      </div>
    </Modal>
  );
}
