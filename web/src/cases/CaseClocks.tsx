import { useQuery } from '@tanstack/react-query';
import { readClocks } from '../api/cases.ts';
import { ClockList } from '../components/ClockList.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** The clocks of a case, read from the server. */
export function CaseClocks({ caseId }: { caseId: string }) {
  const clocks = useQuery({ queryKey: ['case', caseId, 'clocks'], queryFn: () => readClocks(caseId) });
  if (clocks.isPending) return <LoadingState />;
  if (clocks.error !== null)
    return <ProblemAlert error={clocks.error} onRetry={() => void clocks.refetch()} />;
  return <ClockList clocks={clocks.data.items} />;
}
