import { Alert, Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../api/taskTypes.ts';
import { hasRole, officers } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { CaseApplication } from '../cases/CaseApplication.tsx';
import { CaseHistory } from '../cases/CaseHistory.tsx';
import { ExpertPanels } from '../cases/ExpertPanels.tsx';
import { JointOpinions } from '../cases/JointOpinions.tsx';
import { MaterialViewer } from '../cases/MaterialViewer.tsx';
import { RelatedCases } from '../cases/RelatedCases.tsx';
import { Remakes } from '../cases/Remakes.tsx';
import { StepSubmissions } from '../cases/StepSubmissions.tsx';
import { CaseComments } from '../comments/CaseComments.tsx';
import { ClockList } from '../components/ClockList.tsx';
import { DocumentList } from '../components/DocumentList.tsx';
import { CaseFileFacts } from '../dispatch/CaseFileFacts.tsx';
import { Objections } from '../notices/Objections.tsx';

/** What the approver judges by: application, materials, earlier steps, history, clocks, documents. */
export function TaskMatter({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <>
      {task.case.remakes ? (
        <Alert
          type="info"
          showIcon
          title={t('case.remakes')}
          description={<Remakes remakes={task.case.remakes} />}
        />
      ) : null}
      <Objections caseId={task.caseId} />
      <Card>
        <Tabs
          items={[
            ...(task.case.caseFile
              ? [
                  {
                    key: 'file',
                    label: t('dispatch.fact.tab'),
                    children: <CaseFileFacts caseId={task.caseId} />,
                  },
                ]
              : []),
            {
              key: 'materials',
              label: t('task.tab.materials'),
              children: <MaterialViewer view={task.case} />,
            },
            {
              key: 'application',
              label: t('task.tab.application'),
              children: <CaseApplication view={task.case} />,
            },
            {
              key: 'earlier',
              label: t('task.tab.earlier', { count: task.previousSubmissions.length }),
              children: <StepSubmissions caseId={task.caseId} submissions={task.previousSubmissions} />,
            },
            ...(task.case.joint.length === 0
              ? []
              : [
                  {
                    key: 'joint',
                    label: t('case.joint.title'),
                    children: <JointOpinions joint={task.case.joint} />,
                  },
                ]),
            ...(task.case.panels.length === 0
              ? []
              : [
                  {
                    key: 'panel',
                    label: t('case.panel.title'),
                    children: <ExpertPanels panels={task.case.panels} />,
                  },
                ]),
            { key: 'clocks', label: t('common.clock.title'), children: <ClockList clocks={task.clocks} /> },
            {
              key: 'documents',
              label: t('common.document.title'),
              children: <DocumentList caseId={task.caseId} />,
            },
            { key: 'events', label: t('case.events'), children: <CaseHistory caseId={task.caseId} /> },
            ...(hasRole(user, officers)
              ? [
                  {
                    key: 'comments',
                    label: t('desk.comment.tab'),
                    children: <CaseComments caseId={task.caseId} />,
                  },
                  {
                    key: 'related',
                    label: t('desk.related.tab'),
                    children: <RelatedCases caseId={task.caseId} licenses={task.case.licenses} />,
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </>
  );
}
