import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFile } from '../../api/packTypes.ts';
import { useAction } from '../../components/useAction.ts';
import type { Elsewhere } from '../useServerDraft.ts';

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }));

/** The draft was changed in another window: both can be brought together. */
export function ElsewhereNotice({
  read,
  current,
  onMerged,
}: {
  read: () => Promise<Elsewhere>;
  current: () => readonly PackFile[];
  onMerged: (files: ReadonlyMap<string, string>, from: Elsewhere) => void;
}) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Elsewhere | null>(null);
  const look = useAction({ run: (_: undefined) => read(), done: setFound });
  return (
    <>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={t('designer.draftElsewhere')}
        action={
          <Button size="small" loading={look.isPending} onClick={() => look.mutate(undefined)}>
            {t('together.mergeWindows')}
          </Button>
        }
      />
      {found === null ? null : (
        <Suspense fallback={null}>
          <MergeDialog
            merging={{ by: t('together.otherWindow'), mine: current(), ...found }}
            always
            onCancel={() => setFound(null)}
            onMerged={(files) => {
              setFound(null);
              onMerged(files, found);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
