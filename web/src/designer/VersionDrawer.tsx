import { Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportPack, readPackVersion } from '../api/packs.ts';
import type { PackFile, PackVersion, PackView } from '../api/packTypes.ts';
import { useUser } from '../app/session.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';
import { RetireDialog } from './RetireDialog.tsx';
import { VersionLine } from './VersionLine.tsx';

/** With the table of differences, which comes when it is asked for. */
const RollBackDialog = lazy(async () => ({ default: (await import('./RollBackDialog.tsx')).RollBackDialog }));

/** With the plan, which comes when it is asked for. */
const MigrationDialog = lazy(async () => ({
  default: (await import('./migration/MigrationDialog.tsx')).MigrationDialog,
}));

export interface VersionDrawerProps {
  pack: PackView;
  open: boolean;
  onClose: () => void;
  /** Puts the files of an older version into the editor; publishing them makes a new version. */
  onTake: (files: readonly PackFile[]) => void;
}

/** The published versions, latest first: taken as the new text, published again in one act, or retired; running cases taken on. */
export function VersionDrawer({ pack, open, onClose, onTake }: VersionDrawerProps) {
  const { t } = useTranslation();
  const user = useUser();
  const [rollingBack, setRollingBack] = useState<number>();
  const [migrating, setMigrating] = useState<number>();
  const [retiring, setRetiring] = useState(false);
  const take = useAction({
    run: (version: PackVersion) => readPackVersion(pack.packCode, version.version),
    success: t('designer.taken'),
    done: ({ files }) => {
      onTake(files);
      onClose();
    },
  });
  const hand = useAction({
    run: (version: PackVersion) => exportPack(pack.packCode, version.version),
    success: t('designer.exported'),
    done: (archive, version) => saveBlob(archive, `${pack.packCode}-v${version.version}.zip`),
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('designer.versions')} size={640}>
      <ul className="ow-list">
        {[...pack.versions]
          .sort((a, b) => b.version - a.version)
          .map((version) => (
            <VersionLine
              key={version.version}
              version={version}
              isLatest={version.version === pack.version}
              mayPublish={user.roles.includes('designer')}
              busy={take.isPending}
              onTake={() => take.mutate(version)}
              onExport={() => hand.mutate(version)}
              onRollBack={() => setRollingBack(version.version)}
              onRetire={() => setRetiring(true)}
              onMigrate={() => setMigrating(version.version)}
            />
          ))}
      </ul>
      {rollingBack === undefined ? null : (
        <Suspense fallback={<LoadingState />}>
          <RollBackDialog
            pack={pack}
            version={rollingBack}
            onClose={() => setRollingBack(undefined)}
            onDone={() => {
              setRollingBack(undefined);
              onClose();
            }}
          />
        </Suspense>
      )}
      {migrating === undefined ? null : (
        <Suspense fallback={<LoadingState />}>
          <MigrationDialog pack={pack} version={migrating} onClose={() => setMigrating(undefined)} />
        </Suspense>
      )}
      {retiring ? <RetireDialog pack={pack} onClose={() => setRetiring(false)} /> : null}
    </Drawer>
  );
}
