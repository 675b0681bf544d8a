import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export interface KeptWorkProps {
  /** What was kept, and where. */
  text: string;
  onGoOn: () => void;
  onDiscard: () => void;
}

/** Offers work that was kept from an earlier visit. */
export function KeptWork({ text, onGoOn, onDiscard }: KeptWorkProps) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={text}
      action={
        <div className="ow-row">
          <Button size="small" type="primary" onClick={onGoOn}>
            {t('designer.goOn')}
          </Button>
          <Button size="small" onClick={onDiscard}>
            {t('designer.discard')}
          </Button>
        </div>
      }
    />
  );
}
