import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readObjection, type ToldObjection } from '../api/notices.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { type Crumb, Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** For whoever objected to a public notice: the answer, behind the address that they were given. */
export function ObjectionPage() {
  return <AnswerPage of="notice" read={readObjection} />;
}

/** The answer to an objection, for whoever has the token in the address of the page. */
export function AnswerPage({
  of,
  read,
  trail,
}: {
  of: string;
  read: (token: string) => Promise<ToldObjection>;
  trail?: Crumb[];
}) {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { language } = useLanguage();
  const objection = useQuery({ queryKey: ['objection', of, token], queryFn: () => read(token) });
  if (objection.data === undefined)
    return objection.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={objection.error} onRetry={() => void objection.refetch()} />
    );
  const { answer, at, state, dueDay = null } = objection.data;
  return (
    <Page title={t('notice.answerTitle')} {...(trail === undefined ? { plain: true } : { trail })}>
      <Card>
        <Facts
          entries={[
            [t('notice.raisedAt'), formatInstant(at, language)],
            [t('notice.state'), t(`notice.states.${state}`)],
            [
              t('publication.objection.dueDay'),
              dueDay === null || answer !== null ? null : formatDay(dueDay, language),
            ],
            [
              t('notice.result'),
              answer === null ? null : t(answer.upheld ? 'notice.upheld' : 'notice.notUpheld'),
            ],
            [t('notice.answer'), answer?.text],
          ]}
        />
      </Card>
    </Page>
  );
}
