import { useQuery } from '@tanstack/react-query';
import { Button, Modal, QRCode } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeCapture, type OpenedCapture, readCapture } from '../api/capture.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** How often the window asks the server for new pages, in milliseconds. */
const every = 1_500;

/** The code with which the applicant's own phone photographs into a material; tells what has come in. */
export function CaptureDialog({
  caseId,
  material,
  capture,
  onPage,
  onClose,
}: {
  caseId: string;
  material: string;
  capture: OpenedCapture;
  onPage: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const state = useQuery({
    queryKey: ['capture', capture.id],
    queryFn: () => readCapture(caseId, capture.id),
    refetchInterval: (query) => (query.state.data?.state === 'closed' ? false : every),
  });
  const pages = state.data?.pages ?? 0;
  const seen = useRef(0);
  useEffect(() => {
    if (pages > seen.current) onPage();
    seen.current = pages;
  }, [pages, onPage]);
  const over = state.data?.state === 'closed';
  const close = () => {
    if (!over) void closeCapture(caseId, capture.id).catch(() => undefined);
    onClose();
  };
  return (
    <Modal
      open
      title={t('capture.dialog', { name: material })}
      onCancel={close}
      footer={<Button onClick={close}>{t(over ? 'common.close' : 'capture.end')}</Button>}
    >
      {over ? null : (
        <div style={{ display: 'grid', justifyItems: 'center', gap: 8 }}>
          <span aria-hidden>
            <QRCode value={capture.address} type="svg" size={220} bordered={false} />
          </span>
          <p>{t('capture.scanHere')}</p>
          <a href={capture.address} target="_blank" rel="noreferrer">
            {t('capture.openHere')}
          </a>
          <p className="ow-small ow-muted">
            {t('capture.until', { until: formatInstant(capture.until, language) })}
          </p>
        </div>
      )}
      <ProblemAlert error={state.error} />
      <p role="status">
        {t(`capture.state.${state.data?.state ?? 'waiting'}`)} {t('capture.received', { count: pages })}
      </p>
    </Modal>
  );
}
