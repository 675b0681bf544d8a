import type { ReactNode } from 'react';
import type { Role } from '../api/types.ts';
import { hasRole } from './navigation.ts';
import { ForbiddenPage } from './StatusPages.tsx';
import { useUser } from './session.ts';

/** Shows the page only to these roles. The server decides again on every call; this only spares a useless page. */
export function RequireRole({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const user = useUser();
  return hasRole(user, roles) ? children : <ForbiddenPage />;
}
