import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Answers, readOnlineSituation, writeAnswers } from '../api/situation.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SituationResult } from './SituationResult.tsx';
import './situation.css';

/** The guided questions before anybody signs in; the answers stand in the address, and go along into the application. */
export function OnlineGuide({
  packCode,
  operation,
  answers,
  onAnswers,
}: {
  packCode: string;
  operation: string;
  answers: Answers;
  onAnswers: (written: string) => void;
}) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['portal', 'situation', packCode, operation, answers],
    queryFn: () => readOnlineSituation(packCode, operation, answers),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  });
  const situation = query.data?.situation;
  if (query.error !== null) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (situation == null) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('situation.title')}</h2>}>
      <p className="ow-muted">{t('situation.intro')}</p>
      <QuestionList
        stacked
        questions={situation.questions.map((question) => ({
          ...question,
          answer: answers[question.key] ?? null,
        }))}
        onAnswer={({ key }, value) => onAnswers(writeAnswers({ ...answers, [key]: value }))}
      />
      <SituationResult situation={situation} />
      <p className="ow-muted ow-small">{t('situation.carried')}</p>
    </Card>
  );
}
