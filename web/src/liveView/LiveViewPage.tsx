import { useQuery } from '@tanstack/react-query';
import { Button, Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { readLiveView } from '../api/liveView.ts';
import { readPack } from '../api/packs.ts';
import type { PackView } from '../api/packTypes.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { packName } from '../designer/packName.ts';
import { IncidentTable } from '../operations/IncidentTable.tsx';
import { LiveFlow } from './LiveFlow.tsx';

/** Milliseconds after which the figures are read anew while the page is looked at. */
const again = 15_000;

/** How a published version of a pack runs: the chosen version stands in the address. */
export function LiveViewPage() {
  const { packCode = '' } = useParams();
  const pack = useQuery({ queryKey: ['pack', packCode], queryFn: () => readPack(packCode) });
  if (pack.data === undefined)
    return pack.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={pack.error} onRetry={() => void pack.refetch()} />
    );
  return <LiveView pack={pack.data} />;
}

function LiveView({ pack }: { pack: PackView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const isAdmin = useUser().roles.includes('admin');
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('version'));
  const version = pack.versions.some((entry) => entry.version === asked) ? asked : pack.version;
  const live = useQuery({
    queryKey: ['live', pack.packCode, version],
    queryFn: () => readLiveView(pack.packCode, version),
    refetchInterval: again,
    enabled: version > 0,
  });
  const trail = [
    { label: t('designer.title'), to: '/designer' },
    { label: packName(pack, say), to: `/designer/${pack.packCode}` },
  ];
  if (version === 0)
    return (
      <Page title={t('live.title')} trail={trail}>
        <EmptyState text={t('live.unpublished')} />
      </Page>
    );
  return (
    <Page
      title={t('live.title')}
      trail={trail}
      extra={
        <>
          <Select
            value={version}
            aria-label={t('live.version')}
            style={{ minWidth: 170 }}
            onChange={(chosen: number) => setSearch({ version: String(chosen) }, { replace: true })}
            options={pack.versions.map((entry) => ({
              value: entry.version,
              label: `${t('live.versionNo', { version: entry.version })}${t('common.comma')}${t(`designer.state.${entry.state}`)}`,
            }))}
          />
          <span className="ow-muted">
            {live.data === undefined ? null : t('live.at', { at: formatInstant(live.data.at, language) })}
          </span>
          <Button onClick={() => void live.refetch()} loading={live.isFetching}>
            {t('live.again')}
          </Button>
        </>
      }
    >
      {live.error === null ? null : <ProblemAlert error={live.error} onRetry={() => void live.refetch()} />}
      {live.data === undefined ? (
        live.error === null && <LoadingState />
      ) : live.data.xml === null ? (
        <EmptyState text={t('live.noProcess')} />
      ) : (
        <LiveFlow packCode={pack.packCode} live={live.data} xml={live.data.xml} />
      )}
      {isAdmin ? (
        <Card title={t('operations.incidents.title')} style={{ marginTop: 16 }}>
          <IncidentTable of={{ packCode: pack.packCode, version }} />
        </Card>
      ) : null}
    </Page>
  );
}
