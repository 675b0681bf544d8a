import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readReportKinds } from '../api/dispatch.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ReportConsole } from './ReportConsole.tsx';

/** Reporting 上报: for grid workers on their phones and for operators at the telephone. */
export function ReportPage() {
  const { t } = useTranslation();
  const kinds = useQuery({ queryKey: ['dispatch', 'kinds'], queryFn: readReportKinds });
  const [turn, setTurn] = useState(0);
  if (kinds.data === undefined) {
    return kinds.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={kinds.error} onRetry={() => void kinds.refetch()} />
    );
  }
  if (kinds.data.kinds.length === 0) return <EmptyState text={t('dispatch.report.nothing')} />;
  return <ReportConsole key={turn} kinds={kinds.data} onAnother={() => setTurn(turn + 1)} />;
}
