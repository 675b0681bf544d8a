import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LicenseView } from '../api/types.ts';
import { Field } from '../components/Field.tsx';
import { FileViewer } from '../components/FileViewer.tsx';

/** The signed document; it is fetched only once a purpose is named, and the fetch is in the use log. */
export function LicenseDocument({ license, purpose }: { license: LicenseView; purpose: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(purpose);
  const [named, setNamed] = useState(purpose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNamed(typed.trim());
  };
  if (named === '') {
    return (
      <form onSubmit={submit}>
        <Field id="document-purpose" label={t('licenses.purpose')} hint={t('licenses.purposeHint')} required>
          <Input maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button type="primary" htmlType="submit" disabled={typed.trim() === ''}>{t('licenses.fetch')}</Button>
      </form>
    );
  }
  return (
    <FileViewer
      file={{
        name: `${license.licenseNo}.pdf`,
        mediaType: 'application/pdf',
        path: `/licenses/${license.id}/content`,
        query: { useCause: named },
      }}
    />
  );
}
