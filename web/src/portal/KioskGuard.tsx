import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Milliseconds without a touch or a key before the question, and from the question to the end. */
const idleFor = 90_000;
const answerFor = 30_000;

/** In a hall: asks whoever has gone silent whether they are still there, and signs out when nobody answers (WCAG 2.2.1). */
export function KioskGuard({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<number | null>(null);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    if (left !== null) return;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setLeft(answerFor / 1000), idleFor);
    };
    const acts = ['pointerdown', 'keydown', 'scroll', 'input'] as const;
    for (const act of acts) window.addEventListener(act, again, { passive: true, capture: true });
    again();
    return () => {
      clearTimeout(timer);
      for (const act of acts) window.removeEventListener(act, again, { capture: true });
    };
  }, [left]);
  useEffect(() => {
    if (left === null) return;
    if (left <= 0) {
      over.current();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <Modal
      open={left !== null && left > 0}
      title={t('portal.kiosk.title')}
      okText={t('portal.kiosk.stay')}
      cancelText={t('app.signOut')}
      onOk={() => setLeft(null)}
      onCancel={onOver}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p role="timer">{t('portal.kiosk.text', { seconds: left ?? 0 })}</p>
    </Modal>
  );
}
