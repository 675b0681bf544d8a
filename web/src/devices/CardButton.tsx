import { IdcardOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../components/useAction.ts';
import type { CardReading } from './deviceBridge.ts';
import { useDevices, useDeviceWords } from './useDevices.ts';

/** Reads a card into the fields beside it. Without a reader it says so, and the fields are typed. */
export function CardButton({ whose, onRead }: { whose: string; onRead: (card: CardReading) => void }) {
  const { t } = useTranslation();
  const { bridge } = useDevices();
  const words = useDeviceWords();
  const [failure, setFailure] = useState<unknown>(null);
  const read = useAction({
    run: () => {
      setFailure(null);
      return bridge.readCard();
    },
    done: onRead,
    success: t('devices.cardRead'),
    failed: setFailure,
  });
  return (
    <>
      <Button
        icon={<IdcardOutlined aria-hidden />}
        loading={read.isPending}
        onClick={() => read.mutate(undefined)}
      >
        {t('devices.readCard')}
        <span className="ow-hidden">{whose}</span>
      </Button>
      {failure === null ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlock: 8 }}
          title={words(failure) ?? t('common.problem.unknown')}
        />
      )}
    </>
  );
}
