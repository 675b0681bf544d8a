import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';
import { ForbiddenPage, NotFoundPage } from '../app/StatusPages.tsx';
import { useProblemText } from './useProblemText.ts';

/** Takes the place of a page that could not be read: not found, not permitted, server away. */
export function ProblemState({
  error,
  onRetry,
  full,
}: {
  error: unknown;
  onRetry: () => void;
  full?: boolean;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.status === 404) return <NotFoundPage />;
  if (problem?.status === 403) return <ForbiddenPage />;
  return (
    <div className={full ? 'ow-main' : undefined} role="alert">
      <Result
        status="warning"
        title={
          <h1 className="ow-result-title">
            {problem?.outcomeUnknown ? t('common.problem.away') : t('common.problem.failed')}
          </h1>
        }
        subTitle={
          <>
            {words(error)}
            {problem?.traceId === undefined ? null : (
              <div>{t('common.problem.trace', { id: problem.traceId })}</div>
            )}
          </>
        }
        extra={
          <Button type="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    </div>
  );
}
