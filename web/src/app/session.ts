import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { rememberCsrfToken, request } from '../api/request.ts';
import type { Session, User } from '../api/types.ts';

export const sessionKey = ['session'] as const;

/** Whose page is open, by their id; null while nobody need be signed in. */
let pageOf: string | null = null;

/** Tells whose page is open, until it is left. */
export function usePageOf(person: string | null): void {
  useEffect(() => {
    pageOf = person;
    return () => {
      pageOf = null;
    };
  }, [person]);
}

/**
 * Who is signed in. Also renews the CSRF token, unless the open page is somebody else's: what is typed there is not sent
 * in another person's name, because the server refuses the token of the earlier session.
 */
export async function readSession(): Promise<Session> {
  const session = await request<Session>('GET', '/session');
  if (pageOf === null || session.user?.id === pageOf) rememberCsrfToken(session.csrfToken);
  return session;
}

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 5 * 60_000 });
}

/** Signs in, also in the place of who is signed in under `csrfToken`. Throws Problem `invalidCredentials`, `tooManyAttempts`. */
export async function signIn(username: string, password: string, csrfToken?: string): Promise<Session> {
  const session = await request<Session>('POST', '/session', { body: { username, password }, csrfToken });
  rememberCsrfToken(session.csrfToken);
  return session;
}

/** Signs out and forgets everything that was read as this person. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await request('DELETE', '/session');
    client.clear();
  };
}

export const UserContext = createContext<User | null>(null);

/** The signed-in person. Throws outside the consoles, where nobody need be signed in. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (user === null) throw new Error('useUser outside ConsoleShell');
  return user;
}
