import { Alert, App, Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';

/** The secret of a key, this once. */
export function SecretDialog(props: { name: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(props.secret).then(
      () => void message.success(t('apiKeys.copied')),
      () => void message.warning(t('apiKeys.copyFailed')),
    );
  return (
    <Modal
      open
      title={t('apiKeys.secretOf', { name: props.name })}
      onCancel={props.onClose}
      closable={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('apiKeys.copy')}</Button>
          <Button type="primary" onClick={props.onClose}>
            {t('apiKeys.kept')}
          </Button>
        </>
      }
    >
      <div className="ow-stack">
        <Alert type="warning" showIcon title={t('apiKeys.once')} />
        <Field id="key-secret" label={t('apiKeys.secret')}>
          <Input.TextArea readOnly rows={2} value={props.secret} />
        </Field>
        <p className="ow-small ow-muted">{t('apiKeys.header')}</p>
      </div>
    </Modal>
  );
}
