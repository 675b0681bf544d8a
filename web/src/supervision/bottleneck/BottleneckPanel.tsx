import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readBottleneck } from '../../api/supervision.ts';
import type { BottleneckView } from '../../api/supervisionTypes.ts';
import type { Text } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { TableExport } from '../TableExport.tsx';
import { BottleneckPicture } from './BottleneckPicture.tsx';
import { StepTable } from './StepTable.tsx';
import { partOfLimit, stayWords } from './stayWords.ts';
import '../cells.css';

/** Where the cases of an item wait: the process painted, its steps as a table, the worst step named and why. Item and version stand in the address. */
export function BottleneckPanel({ items }: { items: { packCode: string; name: Text }[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const packCode = search.get('pack') ?? items[0]?.packCode ?? '';
  const asked = search.get('version');
  const version = asked === null ? undefined : Number(asked);
  const view = useQuery({
    queryKey: ['supervision', 'bottleneck', packCode, version ?? 0],
    queryFn: () => readBottleneck(packCode, version),
    enabled: packCode !== '',
    refetchInterval: 60_000,
  });
  if (packCode === '') return <EmptyState text={t('supervision.noCases')} />;
  const choose = (chosen: Record<string, string>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('version');
        for (const [key, value] of Object.entries(chosen)) next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const { data } = view;
  const known = items.some((item) => item.packCode === packCode);
  return (
    <div className="ow-stack">
      <div className="ow-row">
        <Select
          aria-label={t('supervision.period.item')}
          value={packCode}
          style={{ minWidth: 240 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => choose({ pack: value })}
          options={[
            ...items.map((one) => ({ value: one.packCode, label: say(one.name) })),
            ...(known || data === undefined ? [] : [{ value: packCode, label: say(data.name) }]),
          ]}
        />
        {data === undefined ? null : (
          <Select
            aria-label={t('live.version')}
            value={data.version}
            style={{ minWidth: 120 }}
            onChange={(value: number) => choose({ pack: packCode, version: String(value) })}
            options={data.versions.map((value) => ({
              value,
              label: t('live.versionNo', { version: value }),
            }))}
          />
        )}
        <span className="ow-grow" />
        {data === undefined ? null : (
          <TableExport
            name={`${say(data.name)} ${t('supervision.bottleneck.tab')}`}
            query={{ table: 'bottleneck', packCode, version: data.version }}
          />
        )}
      </div>
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {data === undefined ? (
        view.error === null && <LoadingState />
      ) : (
        <>
          <Verdict view={data} />
          {data.xml === null ? (
            <EmptyState text={t('live.noProcess')} />
          ) : (
            <>
              <BottleneckPicture view={data} xml={data.xml} />
              <p className="ow-small ow-muted">{t('supervision.bottleneck.legend')}</p>
            </>
          )}
          <StepTable view={data} />
          <p className="ow-small ow-muted">
            {data.since === null
              ? t('supervision.bottleneck.noStays')
              : t('supervision.bottleneck.note', {
                  count: data.stays,
                  since: formatInstant(data.since, language),
                })}
          </p>
        </>
      )}
    </div>
  );
}

/** Which step is the worst, and by what it is judged. */
function Verdict({ view }: { view: BottleneckView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const step = view.steps.find(({ id }) => id === view.worst?.stepKey);
  if (step === undefined || view.worst === null)
    return <Alert type="success" showIcon title={t('supervision.bottleneck.none')} />;
  const { times, waiting } = step;
  const part = times === null ? undefined : partOfLimit(times);
  const words =
    view.worst.because === 'waiting' || times === null
      ? t('supervision.bottleneck.becauseWaiting', { step: say(step.name), count: waiting?.overdue ?? 0 })
      : part === undefined
        ? t('supervision.bottleneck.becauseLate', {
            step: say(step.name),
            late: times.late,
            count: times.samples,
          })
        : t('supervision.bottleneck.becauseP90', {
            step: say(step.name),
            time: stayWords(times.p90, times.unit, t),
            part,
            waiting: waiting?.tasks ?? 0,
            enough: view.enoughStays,
          });
  return <Alert type={(part ?? 0) > 100 ? 'error' : 'warning'} showIcon title={words} />;
}
