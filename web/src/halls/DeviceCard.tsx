import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Hall, renewDispenserKey } from '../api/halls.ts';
import { useAction } from '../components/useAction.ts';

/** Addresses to open on the devices of the hall; the dispenser's carries its key, which can be made useless. */
export function DeviceCard({ hall }: { hall: Hall }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const renew = useAction({
    run: () => renewDispenserKey(hall.id),
    success: t('halls.devices.renewed'),
    done: () => client.invalidateQueries({ queryKey: ['halls', hall.id] }),
  });
  return (
    <Card title={<h2 className="ow-card-title">{t('halls.devices.title')}</h2>}>
      <p className="ow-muted">{t('halls.devices.help')}</p>
      <div className="ow-row">
        <a href={hall.dispenser} target="_blank" rel="noreferrer">
          {t('halls.devices.dispenser')}
        </a>
        <a href={hall.screen} target="_blank" rel="noreferrer">
          {t('halls.devices.screen')}
        </a>
        <a href={`/appointments?hall=${hall.id}`} target="_blank" rel="noreferrer">
          {t('halls.devices.booking')}
        </a>
        <Button
          loading={renew.isPending}
          onClick={() =>
            void modal.confirm({
              title: t('halls.devices.renewTitle', { name: hall.name }),
              content: t('halls.devices.renewText'),
              okText: t('halls.devices.renew'),
              cancelText: t('common.cancel'),
              onOk: () => renew.mutateAsync(undefined).catch(() => undefined),
            })
          }
        >
          {t('halls.devices.renew')}
        </Button>
      </div>
    </Card>
  );
}
