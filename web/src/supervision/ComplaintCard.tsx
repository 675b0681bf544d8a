import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerComplaint, type FindingView, readComplaint } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ActForm } from './ActForm.tsx';

/** What could not be done, as it was told, and the answer that whoever told it reads. */
export function ComplaintCard({ finding, onAnswered }: { finding: FindingView; onAnswered: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const complaint = useQuery({
    queryKey: ['supervision', 'finding', finding.id, 'complaint'],
    queryFn: () => readComplaint(finding.id),
  });
  const told = complaint.data;
  return (
    <Card title={<h2 className="ow-card-title">{t('complaint.told')}</h2>}>
      <ProblemAlert error={complaint.error} onRetry={() => void complaint.refetch()} />
      {told === undefined ? (
        <LoadingState />
      ) : (
        <>
          <p className="ow-said">{told.said.text}</p>
          <Facts
            entries={[
              [t('complaint.name'), told.said.name],
              [t('complaint.contactOf'), told.said.contact],
              [t('complaint.caseNo'), told.caseNo],
              [t('complaint.door'), t(`complaint.doors.${told.door}`)],
              [t('complaint.answer'), told.answer?.text],
              [
                t('complaint.answeredBy'),
                told.answer === null
                  ? null
                  : `${told.answer.by} · ${formatInstant(told.answer.at, language)}`,
              ],
            ]}
          />
          {told.state === 'open' && finding.can.includes('answer') ? (
            <ActForm
              id="answer-complaint"
              recordId={finding.id}
              title={t('complaint.answerTitle')}
              label={t('complaint.answerText')}
              send={t('complaint.answerSend')}
              run={async ({ text }, key) => {
                await answerComplaint(finding.id, text, key);
                onAnswered();
              }}
            />
          ) : null}
        </>
      )}
    </Card>
  );
}
