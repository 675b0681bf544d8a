import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readTheme } from '../api/cases.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ThemeTimeline } from './ThemeTimeline.tsx';

/** The plan of a theme at the window: its items on a timeline and the one promised date, anew whenever the case changes. */
export function ThemePlan({ caseId, version }: { caseId: string; version: number }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const plan = useQuery({
    queryKey: ['case', caseId, 'theme', version],
    queryFn: () => readTheme(caseId),
    placeholderData: (before) => before,
  });
  if (plan.data === undefined)
    return plan.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={plan.error} onRetry={() => void plan.refetch()} />
    );
  const { promisedDay, expectedDay, items } = plan.data;
  return (
    <>
      {promisedDay === null ? null : (
        <p>
          <strong>{t('theme.promised', { day: formatDay(promisedDay, language) })}</strong>
          {expectedDay !== null && expectedDay !== promisedDay ? (
            <span className="ow-small ow-muted">
              {' '}
              {t('theme.expected', { day: formatDay(expectedDay, language) })}
            </span>
          ) : null}
        </p>
      )}
      <ThemeTimeline items={items} linkItems />
      <p className="ow-small ow-muted">{t('theme.limitsStay')}</p>
    </>
  );
}
