import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listLateStays } from '../../api/supervision.ts';
import type { BottleneckStay, BottleneckStep } from '../../api/supervisionTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { stayWords } from './stayWords.ts';

/** The stays behind a number of a step: the longest of all, or every one that was late. */
export function StaysDialog(props: {
  step: BottleneckStep;
  of: 'longest' | 'late';
  packCode: string;
  version: number;
  onClose: () => void;
}) {
  const { step, of, packCode, version, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const late = useQuery({
    queryKey: ['supervision', 'bottleneck', packCode, version, 'late', step.id],
    queryFn: () => listLateStays(packCode, version, step.id),
    enabled: of === 'late',
  });
  const stays = of === 'late' ? late.data?.items : (step.times?.longest ?? []);
  const title = t(`supervision.bottleneck.${of}Stays`, { step: say(step.name), count: stays?.length ?? 0 });
  return (
    <Modal open width={720} title={title} footer={null} onCancel={onClose}>
      <ProblemAlert error={late.error} onRetry={() => void late.refetch()} />
      {stays === undefined ? (
        late.error === null && <LoadingState />
      ) : (
        <StayTable caption={title} stays={stays} unit={step.times?.unit ?? 'workday'} />
      )}
    </Modal>
  );
}

function StayTable(props: {
  caption: string;
  stays: readonly BottleneckStay[];
  unit: NonNullable<BottleneckStep['times']>['unit'];
}) {
  const { caption, stays, unit } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <CardTable
      caption={caption}
      columns={[
        t('case.number'),
        t('supervision.bottleneck.from'),
        t('supervision.bottleneck.to'),
        t('supervision.bottleneck.used'),
        t('supervision.bottleneck.judged'),
      ]}
      rows={stays.map(({ caseId, caseNo, from, to, used, late }) => ({
        key: `${caseId} ${from}`,
        cells: [
          <Link key="case" to={`/cases/${caseId}`}>
            {caseNo}
          </Link>,
          formatInstant(from, language),
          formatInstant(to, language),
          stayWords(used, unit, t),
          t(late ? 'supervision.bottleneck.overLimit' : 'supervision.bottleneck.inLimit'),
        ],
      }))}
    />
  );
}
