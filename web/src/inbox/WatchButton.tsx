import { EyeFilled, EyeOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listWatches, unwatchCase, watchCase } from '../api/people.ts';
import { useAction } from '../components/useAction.ts';

/** Keeps an eye on a case, or no longer. */
export function WatchButton({ caseId, caseNo }: { caseId: string; caseNo: string | null }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const watches = useQuery({ queryKey: ['tasks', 'watches'], queryFn: listWatches, staleTime: 60_000 });
  const on = watches.data?.items.includes(caseId) === true;
  const turn = useAction({
    run: () => (on ? unwatchCase(caseId) : watchCase(caseId)),
    done: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <Button
      size="small"
      type="text"
      data-act="watch"
      aria-pressed={on}
      aria-label={t('desk.watch', { number: caseNo ?? '' })}
      title={t(on ? 'desk.unwatch' : 'desk.watchTitle')}
      icon={on ? <EyeFilled aria-hidden /> : <EyeOutlined aria-hidden />}
      loading={turn.isPending}
      onClick={() => turn.mutate(undefined)}
    />
  );
}
