import { Button, Modal } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportPreview, previewImport } from '../api/packs.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** With the table of differences, which comes when it is asked for. */
const ImportPackDialog = lazy(async () => ({
  default: (await import('./ImportPackDialog.tsx')).ImportPackDialog,
}));

/** Takes a signed archive of another installation in as a draft: looked into first, or refused with the reason. */
export function ImportPackButton() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<{ archive: File; preview: ImportPreview }>();
  const [refused, setRefused] = useState<unknown>(null);
  const look = useAction({
    run: (archive: File) => previewImport(archive),
    failed: setRefused,
    done: (preview, archive) => setLooked({ archive, preview }),
  });
  return (
    <>
      <Button loading={look.isPending} onClick={() => input.current?.click()}>
        {t('together.list.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        aria-label={t('together.list.import')}
        onChange={(event) => {
          const [archive] = event.target.files ?? [];
          event.target.value = '';
          if (archive !== undefined) look.mutate(archive);
        }}
      />
      {looked === undefined ? null : (
        <Suspense fallback={<LoadingState />}>
          <ImportPackDialog {...looked} onClose={() => setLooked(undefined)} />
        </Suspense>
      )}
      <Modal
        open={refused !== null}
        title={t('together.list.importRefused')}
        footer={null}
        onCancel={() => setRefused(null)}
      >
        <ProblemAlert error={refused} />
        <p>{t('together.list.importRefusedText')}</p>
      </Modal>
    </>
  );
}
