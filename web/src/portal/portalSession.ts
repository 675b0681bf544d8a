import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type PortalSession, readPortalSession } from '../api/portal.ts';

export const portalSessionKey = ['portal', 'session'] as const;

/** Which applicant is signed in. Also renews the CSRF token. */
export function usePortalSession() {
  return useQuery({ queryKey: portalSessionKey, queryFn: readPortalSession, staleTime: 60_000 });
}

export type Account = NonNullable<PortalSession['account']>;
export const AccountContext = createContext<Account | null>(null);

/** The signed-in applicant. Throws outside the pages that ask for one (`SignedIn`). */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('useAccount outside SignedIn');
  return account;
}

const kioskMark = 'onewindow.kiosk';

/** Whether this browser stands in a hall: asked for once by `?kiosk=1`, and kept while its window is open. */
export function isKiosk(): boolean {
  try {
    if (new URLSearchParams(location.search).get('kiosk') === '1') sessionStorage.setItem(kioskMark, '1');
    return sessionStorage.getItem(kioskMark) === '1';
  } catch {
    return false;
  }
}
