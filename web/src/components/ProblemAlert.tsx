import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';
import { useProblemText } from './useProblemText.ts';

/** An error in its place: what happened, which fields, the trace number for the help desk, and a way to try again. */
export function ProblemAlert({
  error,
  onRetry,
  hideFields,
}: {
  error: unknown;
  onRetry?: () => void;
  hideFields?: boolean;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  if (error === null || error === undefined) return null;
  const problem = error instanceof Problem ? error : undefined;
  const fields = hideFields ? [] : (problem?.errors ?? []);
  return (
    <Alert
      type="error"
      showIcon
      title={words(error)}
      description={
        fields.length === 0 && problem?.traceId === undefined ? undefined : (
          <>
            {fields.length === 0 ? null : (
              <ul>
                {fields.map((field) => (
                  <li key={`${field.pointer ?? field.path ?? ''}${field.message}`}>{field.message}</li>
                ))}
              </ul>
            )}
            {problem?.traceId === undefined ? null : (
              <span className="ow-small ow-muted">{t('common.problem.trace', { id: problem.traceId })}</span>
            )}
          </>
        )
      }
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}
