import { Collapse, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PreviousSubmission } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { formatInstant, nameOf } from '../components/formats.ts';

/** What the steps filled in, each with the form it was filled in with, the latest first. */
export function StepSubmissions({
  caseId,
  submissions,
}: {
  caseId: string;
  submissions: PreviousSubmission[];
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  if (submissions.length === 0) return <EmptyState text={t('case.noSubmissions')} />;
  return (
    <Collapse
      destroyOnHidden
      items={[...submissions].reverse().map((submission) => ({
        key: `${submission.stepKey} ${submission.at}`,
        label: (
          <>
            <strong>{say(submission.stepName)}</strong>{' '}
            {submission.undone ? <Tag variant="outlined">{t('desk.undo.tag')}</Tag> : null}
            <span className="ow-small ow-muted">
              {submission.outcome === null ? null : `${say(submission.outcome)} · `}
              {nameOf(submission.by)} · {formatInstant(submission.at, language)}
            </span>
          </>
        ),
        children: <FormPanel form={submission.form} data={submission.formData} caseId={caseId} readOnly />,
      }))}
    />
  );
}
