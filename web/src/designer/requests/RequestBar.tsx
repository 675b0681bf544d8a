import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPublishRequests, type PublishRequest } from '../../api/publishRequests.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';

/** With the table of differences, which comes when it is asked for. */
const RequestDialog = lazy(async () => ({ default: (await import('./RequestDialog.tsx')).RequestDialog }));

/** What waits for a second person before it is published, and why one's own last change was sent back. */
export function RequestBar({ packCode }: { packCode: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [opened, setOpened] = useState<PublishRequest>();
  const requests = useQuery({
    queryKey: ['publish-requests', packCode],
    queryFn: () => listPublishRequests(packCode),
    // A colleague hands in, or decides, while the page is open.
    refetchInterval: 30_000,
  });
  const { items = [], sentBack = null } = requests.data ?? {};
  const told = sentBack !== null && !items.some(({ mine }) => mine) ? sentBack : null;
  return (
    <>
      {told === null ? null : (
        <Alert
          type="warning"
          showIcon
          closable
          style={{ marginBottom: 12 }}
          title={t('requests.sentBack', { by: told.decidedBy ?? '', reason: told.reason ?? '' })}
        />
      )}
      {items.map((item) => (
        <Alert
          key={item.id}
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(item.mine ? 'requests.mine' : 'requests.waiting', {
            by: item.by,
            at: formatInstant(item.at, language),
            note: item.note,
          })}
          action={
            <Button size="small" onClick={() => setOpened(item)}>
              {t('requests.open')}
            </Button>
          }
        />
      ))}
      {opened === undefined ? null : (
        <Suspense fallback={<LoadingState />}>
          <RequestDialog packCode={packCode} item={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
