import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { readPack } from '../api/packs.ts';
import type { PackView } from '../api/packTypes.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { PackWorkbench } from './PackWorkbench.tsx';

// The workspace comes while the pack is read, not behind it.
void import('./DesignerFrame.tsx');

/** The pack of the address, asked for as this page comes and not when it is drawn: for whoever enters by the address. */
let reading: { readonly packCode: string; readonly pack: Promise<PackView> } | null = null;
const [, entered] = /^\/designer\/([^/]+)$/.exec(window.location.pathname) ?? [];
if (entered !== undefined) {
  const packCode = decodeURIComponent(entered);
  reading = { packCode, pack: readPack(packCode) };
  // Nobody is signed in yet, say: it is asked again where it is drawn.
  reading.pack.catch(() => {
    reading = null;
  });
}

/** What is read already, once. */
function takeReading(packCode: string): Promise<PackView> | null {
  const begun = reading;
  reading = null;
  return begun?.packCode === packCode ? begun.pack : null;
}

/** One pack in the designer. */
export function PackDesignPage() {
  const { packCode = '' } = useParams();
  const pack = useQuery({
    queryKey: ['pack', packCode],
    queryFn: () => takeReading(packCode) ?? readPack(packCode),
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
