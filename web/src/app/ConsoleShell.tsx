import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { whenSignedOut } from '../api/request.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { AppHeader } from './AppHeader.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { ShortcutProvider } from './ShortcutProvider.tsx';
import { SkipLink } from './SkipLink.tsx';
import { sessionKey, UserContext, useSession } from './session.ts';

/** Frame of every page that needs a signed-in person; without one it leads to log-in and back to the same address. */
export function ConsoleShell() {
  const session = useSession();
  const client = useQueryClient();
  const location = useLocation();
  useEffect(() => {
    whenSignedOut(() => void client.invalidateQueries({ queryKey: sessionKey }));
  }, [client]);

  if (session.isPending) return <LoadingState full />;
  if (session.data === undefined)
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} full />;
  if (session.data.user === null) {
    const from = `${location.pathname}${location.search}`;
    return <Navigate to={from === '/' ? '/login' : `/login?return=${encodeURIComponent(from)}`} replace />;
  }
  return (
    <UserContext value={session.data.user}>
      <ShortcutProvider>
        <SkipLink />
        <AppHeader user={session.data.user} />
        <OfflineNotice />
        <main id="main" className="ow-main" tabIndex={-1}>
          <Outlet />
        </main>
        <ScrollRestoration />
      </ShortcutProvider>
    </UserContext>
  );
}
