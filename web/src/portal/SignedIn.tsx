import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { AccountContext, usePortalSession } from './portalSession.ts';

/** Pages of one's own: whoever is not signed in signs in first and comes back to the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = usePortalSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <LoadingState />;
  if (session.data === undefined)
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.account === null) {
    const back = encodeURIComponent(`${pathname}${search}`);
    return <Navigate to={`/portal/sign-in?return=${back}`} replace />;
  }
  return <AccountContext value={session.data.account}>{children}</AccountContext>;
}
