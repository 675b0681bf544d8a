import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readLights } from '../../api/supervision.ts';
import { useAddressQuery } from '../../app/useAddressQuery.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { TableExport } from '../TableExport.tsx';
import { CrossTable } from './CrossTable.tsx';
import { crossOf, levelOrder } from './crossOf.ts';
import { LightRows } from './LightRows.tsx';
import './lights.css';

const shapes = ['cross', 'rows'] as const;

/** Lights by department, level and item: as a cross table or line by line, of all levels or of one. */
export function LightsPanel() {
  const { t } = useTranslation();
  const [search, set] = useAddressQuery();
  const lights = useQuery({
    queryKey: ['supervision', 'lights'],
    queryFn: readLights,
    refetchInterval: 60_000,
  });
  const shape = search.get('shape') === 'rows' ? 'rows' : 'cross';
  const only = search.get('tier') ?? '';
  const cells = useMemo(
    () => (lights.data?.cells ?? []).filter(({ department }) => only === '' || department.level === only),
    [lights.data, only],
  );
  const cross = useMemo(() => crossOf(cells), [cells]);
  if (lights.data === undefined)
    return lights.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={lights.error} onRetry={() => void lights.refetch()} />
    );
  return (
    <div className="ow-stack">
      <div className="ow-row">
        <Segmented
          aria-label={t('supervision.cross.shape')}
          value={shape}
          options={shapes.map((value) => ({ value, label: t(`supervision.cross.${value}`) }))}
          onChange={(value) => set({ shape: value === 'cross' ? '' : value })}
        />
        <Segmented
          aria-label={t('supervision.level')}
          value={only}
          options={[
            { value: '', label: t('supervision.cross.anyLevel') },
            ...levelOrder.map((value) => ({ value, label: t(`common.level.${value}`) })),
          ]}
          onChange={(value) => set({ tier: value })}
        />
        <span className="ow-grow" />
        <TableExport name={t('supervision.cross.tab')} query={{ table: 'lights' }} />
      </div>
      {cells.length === 0 ? (
        <EmptyState text={t('supervision.noCases')} />
      ) : shape === 'cross' ? (
        <CrossTable cross={cross} />
      ) : (
        <LightRows cells={cells} />
      )}
    </div>
  );
}
