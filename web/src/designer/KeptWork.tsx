import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export interface KeptWorkProps {
  /** What was kept, and where. */
  text: string;
  /** Words for going on, where more than one work is offered. */
  goOn?: string | undefined;
  onGoOn: () => void;
  /** Left out where discarding is offered elsewhere. */
  onDiscard: (() => void) | undefined;
}

/** Offers work that was kept from an earlier visit. */
export function KeptWork({ text, goOn, onGoOn, onDiscard }: KeptWorkProps) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={text}
      description={t('designer.keptHint')}
      action={
        <div className="ow-row">
          <Button size="small" type="primary" onClick={onGoOn}>
            {goOn ?? t('designer.goOn')}
          </Button>
          {onDiscard === undefined ? null : (
            <Button size="small" onClick={onDiscard}>
              {t('designer.discard')}
            </Button>
          )}
        </div>
      }
    />
  );
}
