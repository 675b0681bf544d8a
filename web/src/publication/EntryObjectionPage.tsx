import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readEntryObjection } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** For whoever objected to a published decision: the answer, behind the address that they were given. */
export function EntryObjectionPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { language } = useLanguage();
  const objection = useQuery({
    queryKey: ['published', 'objection', token],
    queryFn: () => readEntryObjection(token),
  });
  if (objection.data === undefined)
    return objection.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={objection.error} onRetry={() => void objection.refetch()} />
    );
  const { at, state, answer } = objection.data;
  return (
    <Page title={t('notice.answerTitle')} trail={[{ label: t('publication.title'), to: '/publications' }]}>
      <Card>
        <Facts
          entries={[
            [t('notice.raisedAt'), formatInstant(at, language)],
            [t('notice.state'), t(`notice.states.${state}`)],
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
