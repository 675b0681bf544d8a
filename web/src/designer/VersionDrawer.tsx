import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPackVersion } from '../api/packs.ts';
import type { PackFile, PackVersion, PackView } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant, nameOf } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';

export interface VersionDrawerProps {
  pack: PackView;
  open: boolean;
  onClose: () => void;
  /** Puts the files of an older version into the editor; publishing them makes a new version. */
  onTake: (files: readonly PackFile[]) => void;
}

/** The published versions, latest first. An older one can be taken as the new text. */
export function VersionDrawer({ pack, open, onClose, onTake }: VersionDrawerProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const take = useAction({
    run: (version: PackVersion) => readPackVersion(pack.packCode, version.version),
    success: t('designer.taken'),
    done: ({ files }) => {
      onTake(files);
      onClose();
    },
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('designer.versions')} size={480}>
      <ul className="ow-list">
        {[...pack.versions]
          .sort((a, b) => b.version - a.version)
          .map((version) => (
            <li key={version.version}>
              <div className="ow-row">
                <strong>v{version.version}</strong>
                <span className="ow-grow">{version.note}</span>
                {version.version === pack.version ? (
                  <span className="ow-muted">{t('designer.live')}</span>
                ) : (
                  <Button size="small" loading={take.isPending} onClick={() => take.mutate(version)}>
                    {t('designer.take')}
                    <span className="ow-hidden">v{version.version}</span>
                  </Button>
                )}
              </div>
              <div className="ow-small ow-muted">
                {nameOf(version.publishedBy)} · {formatInstant(version.publishedAt, language)}
              </div>
              <div className="ow-small ow-code ow-muted">{version.hash}</div>
            </li>
          ))}
      </ul>
    </Drawer>
  );
}
