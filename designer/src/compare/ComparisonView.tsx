import { Alert, Button } from 'antd';
import type { Locale } from '../model/packFiles.ts';
import { compareTexts } from './compareTexts.ts';
import { DiffTable } from './DiffTable.tsx';
import type { Comparison } from './useComparison.ts';

interface ComparisonViewProps {
  readonly comparison: Comparison;
  readonly locale: Locale;
  readonly onRetry?: () => void;
}

/** A comparison in each of its states. */
export function ComparisonView({ comparison, locale, onRetry }: ComparisonViewProps) {
  const texts = compareTexts[locale];
  if (comparison.state === 'none') return null;
  if (comparison.state === 'comparing') return <p role="status">{texts.comparing}</p>;
  if (comparison.state === 'done') return <DiffTable diff={comparison.diff} locale={locale} />;
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {texts.again}
    </Button>
  );
  return <Alert type="error" showIcon title={texts.failed} description={comparison.problem} action={retry} />;
}
