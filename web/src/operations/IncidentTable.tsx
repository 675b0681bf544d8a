import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listIncidents, retryIncident } from '../api/operations.ts';
import type { Incident } from '../api/supervisionTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { StandstillTable } from './StandstillTable.tsx';

/** Automatic steps whose attempts are used up (of one version of a pack, where it is named), each with a button that tries it once more. */
export function IncidentTable({ of }: { of?: { packCode: string; version: number } }) {
  const { t } = useTranslation();
  const incidents = useQuery({
    queryKey: ['operations', 'incidents', of ?? null],
    queryFn: () => listIncidents(of),
  });
  return (
    <StandstillTable
      caption={t('operations.incidents.title')}
      columns={[
        t('case.number'),
        t('operations.incidents.activity'),
        t('operations.why'),
        t('operations.since'),
        t('operations.action'),
      ]}
      empty={t('operations.incidents.none')}
      list={incidents}
      row={(incident) => <IncidentRow key={incident.id} incident={incident} />}
    />
  );
}

function IncidentRow({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const retry = useAction({
    run: () => retryIncident(incident.id),
    success: t('operations.incidents.retried'),
    done: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <tr>
      <th scope="row" className="ow-nums">
        {incident.caseNo ?? '—'}
        <div className="ow-small ow-muted">{incident.itemName === null ? null : say(incident.itemName)}</div>
      </th>
      <td>
        {t(`operations.incidents.kind.${incident.kind}`)}
        <div className="ow-small ow-muted">{incident.activity}</div>
      </td>
      <td>{incident.message}</td>
      <td>{formatInstant(incident.at, language)}</td>
      <td>
        <Button
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined)}
          aria-label={t('operations.incidents.retryOf', { caseNo: incident.caseNo ?? incident.activity })}
        >
          {t('operations.incidents.retry')}
        </Button>
      </td>
    </tr>
  );
}
