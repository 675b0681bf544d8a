import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { materialRequestsAtWindow } from '../api/asked.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { MaterialRequestLine } from './MaterialRequestLine.tsx';

/** 补充材料: what departments want from applicants of this window, the earliest due first; nothing when there is none. */
export function MaterialsAtWindow() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['materialRequests'], queryFn: materialRequestsAtWindow });
  useLiveUpdates(['case'], [['materialRequests']]);
  if (asked.error === null && (asked.data?.items.length ?? 0) === 0) return null;
  return (
    <Card
      title={
        <h2 className="ow-card-title">
          {t('asked.heading', { text: t('asked.material.atWindow'), count: asked.data?.items.length ?? 0 })}
        </h2>
      }
    >
      <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />
      <ul className="ow-list">
        {asked.data?.items.map((request) => (
          <MaterialRequestLine key={request.id} request={request} />
        ))}
      </ul>
    </Card>
  );
}
