import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readHall } from '../api/halls.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { HallForm } from './HallForm.tsx';
import { RosterCard } from './RosterCard.tsx';

/** One hall: its devices, its roster, and how it is arranged. */
export function HallPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const hall = useQuery({
    queryKey: ['halls', id],
    queryFn: () => readHall(id),
    refetchOnWindowFocus: false,
  });
  if (hall.data === undefined)
    return hall.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={hall.error} onRetry={() => void hall.refetch()} />
    );
  return (
    <Page title={hall.data.name} trail={[{ label: t('halls.title'), to: '/halls' }]}>
      <div className="ow-stack">
        <DeviceCard hall={hall.data} />
        <RosterCard hall={hall.data} />
        <HallForm key={hall.data.version} hall={hall.data} />
      </div>
    </Page>
  );
}
