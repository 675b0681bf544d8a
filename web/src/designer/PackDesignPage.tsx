import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { readPack } from '../api/packs.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { PackWorkbench } from './PackWorkbench.tsx';

// The workspace comes while the pack is read, not behind it.
void import('./DesignerFrame.tsx');

/** One pack in the designer. */
export function PackDesignPage() {
  const { packCode = '' } = useParams();
  const pack = useQuery({
    queryKey: ['pack', packCode],
    queryFn: () => readPack(packCode),
    staleTime: Number.POSITIVE_INFINITY,
    // Read anew at the next visit: the draft has gone on meanwhile.
    gcTime: 0,
  });
  if (pack.data === undefined) {
    return pack.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={pack.error} onRetry={() => void pack.refetch()} />
    );
  }
  return <PackWorkbench key={`${packCode} ${pack.data.version}`} pack={pack.data} />;
}
