import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiKey, giveSecret, listApiKeys, revokeApiKey } from '../api/apiKeys.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { ApiKeyTable } from './ApiKeyTable.tsx';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';

/** Keys with which other systems hand applications in and follow them: opened, renewed and revoked here. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ['apiKeys'], queryFn: listApiKeys });
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ name: string; secret: string } | null>(null);
  const reread = () => client.invalidateQueries({ queryKey: ['apiKeys'] });
  const give = useAction({
    run: (key: ApiKey) => giveSecret(key.id),
    done: ({ name, secret }) => {
      setShown({ name, secret });
      return reread();
    },
  });
  const revoke = useAction({
    run: (key: ApiKey) => revokeApiKey(key.id),
    success: t('apiKeys.revoked'),
    done: reread,
  });
  if (keys.data === undefined)
    return keys.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={keys.error} onRetry={() => void keys.refetch()} />
    );
  const ask = (key: ApiKey, what: 'revoke' | 'renew') =>
    modal.confirm({
      title: t(`apiKeys.${what}.title`, { name: key.name }),
      content: t(`apiKeys.${what}.text`),
      okText: t(`apiKeys.${what}.ok`),
      okButtonProps: { danger: what === 'revoke' },
      onOk: () => (what === 'revoke' ? revoke : give).mutateAsync(key).catch(() => undefined),
    });
  return (
    <Page
      title={t('apiKeys.title')}
      extra={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {t('apiKeys.add')}
        </Button>
      }
    >
      <p className="ow-muted">
        {t('apiKeys.help')}{' '}
        <a href="/api/v1/docs" target="_blank" rel="noreferrer">
          {t('apiKeys.docs')}
        </a>
      </p>
      <Card>
        {keys.data.items.length === 0 ? (
          <EmptyState text={t('apiKeys.none')} />
        ) : (
          <ApiKeyTable
            keys={keys.data.items}
            onRenew={(key) => (key.hint === null ? give.mutate(key) : ask(key, 'renew'))}
            onRevoke={(key) => ask(key, 'revoke')}
          />
        )}
      </Card>
      {adding ? (
        <NewKeyDialog
          onCancel={() => setAdding(false)}
          onDone={(key) => {
            setAdding(false);
            give.mutate(key);
          }}
        />
      ) : null}
      {shown === null ? null : <SecretDialog {...shown} onClose={() => setShown(null)} />}
    </Page>
  );
}
