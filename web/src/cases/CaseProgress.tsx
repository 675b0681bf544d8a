import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../api/caseTypes.ts';
import { request } from '../api/request.ts';
import { ProgressSteps } from '../progress/ProgressSteps.tsx';

/** Where the process stands, as the applicant sees it. Left out while it cannot be read. */
export function CaseProgress({ token }: { token: string | null | undefined }) {
  const { t } = useTranslation();
  const progress = useQuery({
    queryKey: ['progress', token],
    queryFn: () => request<Progress>('GET', `/public/progress/${encodeURIComponent(token ?? '')}`),
    enabled: Boolean(token),
  });
  if (progress.data === undefined || progress.data.steps.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('case.progress')}</h2>}>
      <ProgressSteps steps={progress.data.steps} />
    </Card>
  );
}
