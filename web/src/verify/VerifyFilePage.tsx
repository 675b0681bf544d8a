import { FileSearchOutlined } from '@ant-design/icons';
import { Button, Card, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../api/licenseTypes.ts';
import { upload } from '../api/upload.ts';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { VerdictCard } from './VerdictCard.tsx';

/** For everybody: is this license file genuine, unchanged and still in force? */
export function VerifyFilePage() {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [name, setName] = useState('');
  const check = useAction({
    run: (file: File, idempotencyKey) =>
      upload<Verdict>('/public/verify', { file, idempotencyKey, onProgress: setShare }),
    done: () => {
      setShare(null);
      requestAnimationFrame(() => result.current?.focus());
    },
    failed: () => setShare(null),
  });
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    setShare(0);
    check.mutate(file);
  };
  return (
    <Page title={t('verify.title')} plain>
      <div className="ow-stack">
        <Card>
          <p>{t('verify.text')}</p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a short cut, the button beside it does the same */}
          <div
            className="ow-drop"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              choose(event.dataTransfer.files[0]);
            }}
          >
            <input
              ref={picker}
              type="file"
              hidden
              accept=".pdf,application/pdf"
              onChange={(event) => {
                choose(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <Button
              type="primary"
              size="large"
              icon={<FileSearchOutlined aria-hidden />}
              loading={check.isPending}
              onClick={() => picker.current?.click()}
            >
              {t('verify.choose')}
            </Button>
            <p className="ow-muted">{t('verify.drop')}</p>
            {name === '' ? null : <p>{name}</p>}
            {share === null ? null : (
              <Progress percent={Math.round(share * 100)} aria-label={t('verify.sending')} />
            )}
          </div>
        </Card>
        <ProblemAlert error={check.error} />
        <div ref={result} tabIndex={-1} aria-live="polite">
          {check.data === undefined || check.isPending ? null : <VerdictCard verdict={check.data} />}
        </div>
        <p className="ow-muted ow-small">{t('verify.kept')}</p>
      </div>
    </Page>
  );
}
