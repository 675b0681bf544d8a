import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';

/** Words for an error: the server's own sentence where there is one. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Problem)) return t('common.problem.unknown');
      if (error.code === 'offline') return t('common.problem.offline');
      if (error.message !== '') return error.message;
      return t('common.problem.unreadable', { status: error.status });
    },
    [t],
  );
}
