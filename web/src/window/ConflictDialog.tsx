import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Somebody else saved the same draft: nothing is overwritten silently, the clerk chooses. */
export function ConflictDialog({
  open,
  onSettle,
}: {
  open: boolean;
  onSettle: (whose: 'mine' | 'theirs') => Promise<void>;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const settle = (whose: 'mine' | 'theirs') => {
    setBusy(true);
    void onSettle(whose).finally(() => setBusy(false));
  };
  return (
    <Modal
      open={open}
      closable={false}
      title={t('window.conflict.title')}
      footer={[
        <Button key="theirs" loading={busy} onClick={() => settle('theirs')}>
          {t('window.conflict.theirs')}
        </Button>,
        <Button key="mine" type="primary" loading={busy} onClick={() => settle('mine')}>
          {t('window.conflict.mine')}
        </Button>,
      ]}
    >
      <p>{t('window.conflict.text')}</p>
    </Modal>
  );
}
