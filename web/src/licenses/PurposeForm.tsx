import { Button, Card, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';
import { Page } from '../components/Page.tsx';

/** Asks for the purpose before a license is shown. */
export function PurposeForm({ onNamed }: { onNamed: (purpose: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') onNamed(typed.trim());
  };
  return (
    <Page title={t('licenses.purposeTitle')} trail={[{ label: t('licenses.title'), to: '/licenses' }]}>
      <Card>
        <form onSubmit={submit}>
          <Field id="license-purpose" label={t('licenses.purpose')} hint={t('licenses.purposeHint')} required>
            <Input maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <Button type="primary" htmlType="submit" disabled={typed.trim() === ''}>
            {t('licenses.look')}
          </Button>
        </form>
      </Card>
    </Page>
  );
}
