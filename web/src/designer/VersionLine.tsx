import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PackVersion } from '../api/packTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant, nameOf } from '../components/formats.ts';

export interface VersionLineProps {
  version: PackVersion;
  isLatest: boolean;
  /** May publish, roll back and retire. */
  mayPublish: boolean;
  busy: boolean;
  onTake: () => void;
  onExport: () => void;
  onRollBack: () => void;
  onRetire: () => void;
  /** Running cases of this version are to go to another. */
  onMigrate: () => void;
}

/** One published version: its state, who, when, why, and what can be done with it. */
export function VersionLine(props: VersionLineProps) {
  const { version, isLatest, mayPublish, busy, onTake, onExport, onRollBack, onRetire, onMigrate } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const named = <span className="ow-hidden">v{version.version}</span>;
  return (
    <li>
      <div className="ow-row">
        <strong>v{version.version}</strong>
        <Tag color={version.state === 'retired' ? 'red' : 'default'}>
          {t(`designer.state.${version.state}`)}
        </Tag>
        <span className="ow-grow">{version.note}</span>
      </div>
      <div className="ow-small ow-muted">
        {nameOf(version.publishedBy)} · {formatInstant(version.publishedAt, language)}
        {version.restores === null ? null : ` · ${t('designer.restores', { version: version.restores })}`}
      </div>
      {version.retired === null ? null : (
        <div className="ow-small">
          {t('designer.state.retired')} · {version.retired.by} · {formatInstant(version.retired.at, language)}{' '}
          · {version.retired.note}
        </div>
      )}
      <div className="ow-small ow-code ow-muted">{version.hash}</div>
      <div className="ow-row">
        {isLatest ? null : (
          <Button size="small" loading={busy} onClick={onTake}>
            {t('designer.take')}
            {named}
          </Button>
        )}
        {mayPublish ? (
          <Button size="small" onClick={onExport}>
            {t('designer.export')}
            {named}
          </Button>
        ) : null}
        {mayPublish && version.state !== 'live' ? (
          <Button size="small" onClick={onRollBack}>
            {t('designer.rollBack.open')}
            {named}
          </Button>
        ) : null}
        {mayPublish ? (
          <Button size="small" onClick={onMigrate}>
            {t('migration.open')}
            {named}
          </Button>
        ) : null}
        {mayPublish && version.state === 'live' ? (
          <Button size="small" danger onClick={onRetire}>
            {t('designer.retire.open')}
            {named}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
