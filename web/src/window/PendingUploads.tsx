import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropPending, fingerprintOf, type PendingUpload } from '../api/uploads.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';

/** Uploads that broke off before the page was opened anew: the same file is chosen again and goes on from where it was. */
export function PendingUploads({
  uploads,
  accept,
  onResume,
  onGone,
}: {
  uploads: readonly PendingUpload[];
  accept: string | undefined;
  onResume: (file: File, upload: PendingUpload) => void;
  onGone: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<PendingUpload | null>(null);
  const [other, setOther] = useState('');
  const drop = useAction({ run: ({ id }: PendingUpload) => dropPending(id), done: onGone });
  const check = async (file: File | undefined) => {
    if (file === undefined || chosen === null) return;
    const same = file.size === chosen.size && (await fingerprintOf(file)) === chosen.fingerprint;
    if (same) onResume(file, chosen);
    setOther(same ? '' : file.name);
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          void check(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {uploads.map((upload) => (
        <Alert
          key={upload.id}
          type="warning"
          style={{ marginBlock: 4 }}
          title={t('window.materials.pending', {
            name: upload.name,
            percent: Math.floor((upload.offset * 100) / upload.size),
            until: formatInstant(upload.keptUntil, language),
          })}
          action={
            <div className="ow-row">
              <Button
                size="small"
                onClick={() => {
                  setChosen(upload);
                  picker.current?.click();
                }}
              >
                {t('window.materials.goOn')}
                <span className="ow-hidden">{upload.name}</span>
              </Button>
              <Button size="small" loading={drop.isPending} onClick={() => drop.mutate(upload)}>
                {t('window.materials.giveUp')}
                <span className="ow-hidden">{upload.name}</span>
              </Button>
            </div>
          }
        />
      ))}
      {other === '' ? null : (
        <div className="ow-error" role="alert">
          {t('window.materials.otherFile', { name: other })}
        </div>
      )}
    </>
  );
}
