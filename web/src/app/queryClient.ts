import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';

/** Reads are tried again only when the server was away; what it refused stays refused. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof Problem && error.outcomeUnknown && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}
