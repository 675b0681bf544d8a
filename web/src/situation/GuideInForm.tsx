import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { type Answers, type GuidedQuestion, readSituation, type Situation } from '../api/situation.ts';
import type { FormData } from '../api/types.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SituationResult } from './SituationResult.tsx';
import './situation.css';

/** The guided questions at the head of the form that somebody of the staff fills in; answers are the form's own fields. */
export function GuideInForm({
  view,
  data,
  withNeeded = false,
  onAnswer,
}: {
  view: Pick<CaseView, 'packCode' | 'operation'>;
  /** What is filled in now. */
  data: FormData;
  /** The materials that are needed too: where they stand in no list of their own. */
  withNeeded?: boolean;
  onAnswer: (question: GuidedQuestion, value: string) => void;
}) {
  const { t } = useTranslation();
  const { packCode, operation } = view;
  const first = useQuery({
    queryKey: ['situation', packCode, operation, {}],
    queryFn: () => readSituation(packCode, operation, {}),
    staleTime: 5 * 60_000,
  });
  const answers = answersIn(first.data?.situation, data);
  const now = useQuery({
    queryKey: ['situation', packCode, operation, answers],
    queryFn: () => readSituation(packCode, operation, answers),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    enabled: first.data?.situation != null,
  });
  const situation = now.data?.situation ?? first.data?.situation;
  if (first.error !== null) return <ProblemAlert error={first.error} onRetry={() => void first.refetch()} />;
  if (situation == null) return null;
  return (
    <section className="ow-guide" aria-label={t('situation.title')}>
      <h3>{t('situation.title')}</h3>
      <p className="ow-muted ow-small">{t('situation.atWindow')}</p>
      <QuestionList
        questions={situation.questions.map((question) => ({
          ...question,
          answer: answers[question.key] ?? null,
        }))}
        onAnswer={onAnswer}
      />
      <ProblemAlert error={now.error} onRetry={() => void now.refetch()} />
      <SituationResult situation={situation} neededToo={withNeeded} />
    </section>
  );
}

/** What the form's own fields answer. */
function answersIn(situation: Situation | null | undefined, data: FormData): Answers {
  return Object.fromEntries(
    Object.entries(situation?.fields ?? {}).flatMap(([key, field]) => {
      const value = data[field];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}
