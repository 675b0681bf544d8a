import { useQuery } from '@tanstack/react-query';
import { Alert, Radio } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '../api/cases.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { EventTimeline } from '../components/EventTimeline.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** The picture is heavy: it comes when it is asked for. */
const CasePath = lazy(async () => ({ default: (await import('./CasePath.tsx')).CasePath }));

/** What happened to a case: as a timeline, or painted into the picture of its process. */
export function CaseHistory({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'timeline' | 'picture'>('timeline');
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <Radio.Group
        aria-label={t('desk.history.way')}
        optionType="button"
        value={way}
        onChange={(event) => setWay(event.target.value as 'timeline' | 'picture')}
        options={(['timeline', 'picture'] as const).map((value) => ({
          value,
          label: t(`desk.history.${value}`),
        }))}
      />
      {way === 'timeline' ? <EventTimeline caseId={caseId} /> : <Picture caseId={caseId} />}
    </div>
  );
}

function Picture({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const path = useQuery({ queryKey: ['case', caseId, 'path'], queryFn: () => readPath(caseId) });
  if (path.isPending) return <LoadingState />;
  if (path.error !== null) return <ProblemAlert error={path.error} onRetry={() => void path.refetch()} />;
  if (path.data.xml === null) return <EmptyState text={t('desk.history.noProcess')} />;
  return (
    <Suspense fallback={<LoadingState />}>
      {path.data.recorded ? null : <Alert type="info" showIcon title={t('desk.history.notRecorded')} />}
      <CasePath path={path.data} xml={path.data.xml} />
    </Suspense>
  );
}
