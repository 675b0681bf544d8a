import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listParkedStreams, releaseParkedStream } from '../api/operations.ts';
import type { ParkedStream } from '../api/supervisionTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { StandstillTable } from './StandstillTable.tsx';

/** Deliveries that stand still, each with a button that frees it once the cause is gone. */
export function ParkedStreamTable() {
  const { t } = useTranslation();
  const parked = useQuery({ queryKey: ['operations', 'parked'], queryFn: listParkedStreams });
  return (
    <StandstillTable
      caption={t('operations.parked.title')}
      columns={[
        t('case.number'),
        t('operations.parked.destination'),
        t('operations.why'),
        t('operations.parked.waiting'),
        t('operations.since'),
        t('operations.action'),
      ]}
      empty={t('operations.parked.none')}
      list={parked}
      row={(stream) => <ParkedStreamRow key={stream.id} stream={stream} />}
    />
  );
}

function ParkedStreamRow({ stream }: { stream: ParkedStream }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const release = useAction({
    run: () => releaseParkedStream(stream.id),
    done: ({ state }) => {
      if (state === 'parked') void message.warning(t('operations.parked.again'));
      else void message.success(t('operations.parked.released'));
      return client.invalidateQueries({ queryKey: ['operations'] });
    },
  });
  return (
    <tr>
      <th scope="row" className="ow-nums">
        {stream.caseNo ?? '—'}
      </th>
      <td>
        {t(`operations.destination.${stream.destination}`)}
        <div className="ow-small ow-muted">{stream.type}</div>
      </td>
      <td>{stream.lastError}</td>
      <td className="ow-nums">{stream.waiting}</td>
      <td>{formatInstant(stream.createdAt, language)}</td>
      <td>
        <Button
          loading={release.isPending}
          onClick={() => release.mutate(undefined)}
          aria-label={t('operations.parked.releaseOf', { caseNo: stream.caseNo ?? stream.type })}
        >
          {t('operations.parked.release')}
        </Button>
      </td>
    </tr>
  );
}
