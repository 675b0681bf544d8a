import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { whenSignedOut } from '../api/request.ts';
import type { User } from '../api/types.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { AppHeader } from './AppHeader.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { ShortcutProvider } from './ShortcutProvider.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SkipLink } from './SkipLink.tsx';
import { sessionKey, UserContext, usePageOf, useSession } from './session.ts';

/**
 * Frame of every page that needs a signed-in person; without one it leads to log-in and back to the same address. When the
 * session ends later, the page stays, and its person signs in again over it. `bare`: without the header, for a page that fills a
 * wall and names nobody.
 */
export function ConsoleShell({ bare = false }: { bare?: boolean }) {
  const session = useSession();
  const client = useQueryClient();
  const location = useLocation();
  useEffect(() => {
    whenSignedOut(() => void client.invalidateQueries({ queryKey: sessionKey }));
  }, [client]);

  const user = session.data?.user ?? null;
  /** Whose page this is, from the first answer on. */
  const [person, setPerson] = useState<User | null>(user);
  const mine = person === null ? user : user?.id === person.id ? user : person;
  if (mine !== person) setPerson(mine);
  usePageOf(mine?.id ?? null);

  if (mine === null && session.isPending) return <LoadingState full />;
  if (mine === null && session.data === undefined)
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} full />;
  if (mine === null) {
    const from = `${location.pathname}${location.search}`;
    return <Navigate to={from === '/' ? '/login' : `/login?return=${encodeURIComponent(from)}`} replace />;
  }
  return (
    <UserContext value={mine}>
      <ShortcutProvider>
        {bare ? null : (
          <>
            <SkipLink />
            <AppHeader user={mine} />
          </>
        )}
        <OfflineNotice />
        <main id="main" className={bare ? 'ow-bare' : 'ow-main'} tabIndex={-1}>
          <Outlet />
        </main>
        <ScrollRestoration />
        {session.data !== undefined && user?.id !== mine.id ? (
          <SignInAgain person={mine} session={session.data} />
        ) : null}
      </ShortcutProvider>
    </UserContext>
  );
}
