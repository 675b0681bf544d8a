import { CameraOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { finishCapture, sendPage, takeCapture } from '../api/capture.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { PageEditor } from './PageEditor.tsx';

const remembered = (token: string) => `onewindow.capture.${token}`;

/** The applicant's own phone photographs pages into a material of their case; opened by the code at the window, once. */
export function CapturePage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [photo, setPhoto] = useState<ImageBitmap | null>(null);
  const [pages, setPages] = useState<number>();
  const [unreadable, setUnreadable] = useState(false);
  const [over, setOver] = useState(false);
  const task = useQuery({
    queryKey: ['captureTask', token],
    queryFn: async () => {
      const taken = await takeCapture(token, sessionStorage.getItem(remembered(token)) ?? undefined);
      sessionStorage.setItem(remembered(token), taken.key);
      return taken;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const key = task.data?.key ?? '';
  const send = useAction({
    run: (page: File, action) => sendPage(token, key, page, action),
    done: (sent) => {
      setPages(sent.pages);
      setPhoto(null);
    },
    failed: () => undefined,
  });
  const finish = useAction({
    run: () => finishCapture(token, key),
    done: () => {
      sessionStorage.removeItem(remembered(token));
      setOver(true);
    },
    failed: () => undefined,
  });
  if (over)
    return (
      <Page title={t('capture.title')} plain>
        <Alert type="success" showIcon title={t('capture.doneTitle')} description={t('capture.doneText')} />
      </Page>
    );
  if (task.error !== null && task.error !== undefined)
    return <ProblemState error={task.error} onRetry={() => void task.refetch()} />;
  if (task.data === undefined) return <LoadingState />;
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnreadable(false);
    try {
      setPhoto(await createImageBitmap(file, { imageOrientation: 'from-image' }));
    } catch {
      setUnreadable(true);
    }
  };
  const sent = pages ?? task.data.pages;
  return (
    <Page title={t('capture.title')} plain>
      <p>{t('capture.what', { item: say(task.data.itemName), material: say(task.data.materialName) })}</p>
      <p role="status">{t('capture.received', { count: sent })}</p>
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {unreadable ? <Alert type="error" showIcon title={t('capture.unreadable')} /> : null}
      <ProblemAlert error={send.error ?? finish.error} />
      {photo === null ? (
        <div className="ow-row">
          <Button
            type="primary"
            size="large"
            icon={<CameraOutlined aria-hidden />}
            disabled={sent >= task.data.mostPages}
            onClick={() => picker.current?.click()}
          >
            {t(sent === 0 ? 'capture.first' : 'capture.next')}
          </Button>
          {sent === 0 ? null : (
            <Button size="large" loading={finish.isPending} onClick={() => finish.mutate(undefined)}>
              {t('capture.finish')}
            </Button>
          )}
        </div>
      ) : (
        <PageEditor
          photo={photo}
          busy={send.isPending}
          onAgain={() => setPhoto(null)}
          onDone={(page) => send.mutate(new File([page], 'page.jpg', { type: 'image/jpeg' }))}
        />
      )}
      <p className="ow-small ow-muted">
        {t('capture.private')} {t('capture.until', { until: formatInstant(task.data.until, language) })}
      </p>
    </Page>
  );
}
