import { useQuery } from '@tanstack/react-query';
import { readSubmissions } from '../api/cases.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { StepSubmissions } from './StepSubmissions.tsx';

/** What the steps of a case filled in, read when it is asked for. */
export function CaseSubmissions({ caseId }: { caseId: string }) {
  const read = useQuery({
    queryKey: ['case', caseId, 'submissions'],
    queryFn: () => readSubmissions(caseId),
  });
  if (read.isPending) return <LoadingState />;
  if (read.error !== null) return <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />;
  return <StepSubmissions caseId={caseId} submissions={read.data.items} />;
}
