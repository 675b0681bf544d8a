import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../api/apiKeys.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';

/** The keys: what each may do, until when, and when it was used last. */
export function ApiKeyTable(props: {
  keys: readonly ApiKey[];
  onRenew: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}) {
  const { keys, onRenew, onRevoke } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <CardTable
      caption={t('apiKeys.title')}
      columns={['name', 'scope', 'rate', 'until', 'used', 'action'].map((key) => t(`apiKeys.column.${key}`))}
      rows={keys.map((key) => ({
        key: key.id,
        cells: [
          <>
            <strong>{key.name}</strong>
            <div className="ow-small ow-muted">{key.owner}</div>
            <div className="ow-small ow-muted">
              {key.hint === null ? t('apiKeys.noSecret') : `${key.hint}…`}
            </div>
          </>,
          <>
            <div>{key.rights.map((right) => t(`apiKeys.right.${right}`)).join(t('portal.and'))}</div>
            <div className="ow-small ow-muted">
              {key.items.length === 0 ? t('apiKeys.everyItem') : key.items.join(', ')}
            </div>
          </>,
          t('apiKeys.perMinute', { count: key.perMinute }),
          <>
            <Tag variant="outlined">{t(`apiKeys.state.${key.state}`)}</Tag>
            <div className="ow-small">
              {key.state === 'revoked' && key.revokedAt !== null
                ? `${formatInstant(key.revokedAt, language)} ${key.revokedBy ?? ''}`
                : formatDay(key.expiresAt, language)}
            </div>
          </>,
          key.lastUsedAt === null ? (
            t('apiKeys.neverUsed')
          ) : (
            <div key="used">
              {formatInstant(key.lastUsedAt, language)}
              <div className="ow-small ow-muted">{key.lastUsedFrom}</div>
            </div>
          ),
          key.state === 'revoked' ? (
            '—'
          ) : (
            <div key="acts" className="ow-row">
              <Button onClick={() => onRenew(key)}>
                {t(key.hint === null ? 'apiKeys.giveSecret' : 'apiKeys.renew.ok')}
                <span className="ow-hidden">{key.name}</span>
              </Button>
              <Button danger onClick={() => onRevoke(key)}>
                {t('apiKeys.revoke.ok')}
                <span className="ow-hidden">{key.name}</span>
              </Button>
            </div>
          ),
        ],
      }))}
    />
  );
}
