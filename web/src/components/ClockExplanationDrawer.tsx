import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Clock, ClockExplanation } from '../api/clockTypes.ts';
import { request } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from './LoadingState.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

/** Why the clock says what it says: its arithmetic line by line. It keeps its clock while it closes. */
export function ClockExplanationDrawer({
  clock,
  open,
  onClose,
  explain = explainClock,
}: {
  clock: Clock | null;
  open: boolean;
  onClose: () => void;
  /** Fetches the arithmetic, where the clock is not one of a real case. */
  explain?: (clockId: string) => Promise<ClockExplanation>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const explanation = useQuery({
    queryKey: ['clock', clock?.id, 'explain'],
    queryFn: () => explain(clock?.id ?? ''),
    enabled: clock !== null,
  });
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={520}
      title={
        clock === null ? '' : t('common.clock.explainTitle', { kind: t(`common.clock.kind.${clock.kind}`) })
      }
    >
      {clock?.cite ? <p className="ow-muted">{t('common.clock.cite', { cite: clock.cite })}</p> : null}
      {explanation.isPending && clock !== null ? <LoadingState /> : null}
      <ProblemAlert error={explanation.error} onRetry={() => void explanation.refetch()} />
      {explanation.data === undefined ? null : (
        <ol>
          {explanation.data.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are an immutable sequence without ids
            <li key={index}>{language === 'en' ? line.en : line.zh}</li>
          ))}
        </ol>
      )}
    </Drawer>
  );
}

const explainClock = (id: string) =>
  request<ClockExplanation>('GET', `/clocks/${id}/explain`, { query: { format: 'json' } });
