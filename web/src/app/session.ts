import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { rememberCsrfToken, request } from '../api/request.ts';
import type { Session, User } from '../api/types.ts';

export const sessionKey = ['session'] as const;

/** Who is signed in. Also renews the CSRF token. */
export async function readSession(): Promise<Session> {
  const session = await request<Session>('GET', '/session');
  rememberCsrfToken(session.csrfToken);
  return session;
}

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 5 * 60_000 });
}

/** Signs in. Throws Problem `invalidCredentials`, `tooManyAttempts`. */
export async function signIn(username: string, password: string): Promise<Session> {
  const session = await request<Session>('POST', '/session', { body: { username, password } });
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
