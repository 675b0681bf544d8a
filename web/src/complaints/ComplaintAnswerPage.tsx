import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readOwnComplaint } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** What came of a complaint, for whoever holds its link; what was said is not repeated. */
export function ComplaintAnswerPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { language } = useLanguage();
  const told = useQuery({ queryKey: ['complaint', token], queryFn: () => readOwnComplaint(token) });
  if (told.data === undefined)
    return told.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={told.error} onRetry={() => void told.refetch()} />
    );
  const { state, at, department, answerBy, answer } = told.data;
  return (
    <Page title={t('complaint.answerPage')} plain>
      <Card>
        <Facts
          entries={[
            [t('complaint.toldAt'), formatInstant(at, language)],
            [t('complaint.state'), t(`complaint.states.${state}`)],
            [t('complaint.handledBy'), department],
            [t('complaint.answerBy'), answerBy === null ? null : formatInstant(answerBy, language)],
            [t('complaint.answer'), answer?.text],
            [t('complaint.answeredAt'), answer === null ? null : formatInstant(answer.at, language)],
          ]}
        />
      </Card>
    </Page>
  );
}
