import { useQuery } from '@tanstack/react-query';
import { listUnrouted } from '../api/supervision.ts';
import type { NamedRef } from '../api/types.ts';

/** The departments to which a supervisor may give something, read when they are needed. */
export function useDepartments(enabled: boolean): NamedRef[] {
  const unrouted = useQuery({
    queryKey: ['supervision', 'unrouted'],
    queryFn: listUnrouted,
    staleTime: 5 * 60_000,
    enabled,
  });
  return unrouted.data?.departments ?? [];
}
