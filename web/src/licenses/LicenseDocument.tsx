import { FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LicenseView } from '../api/licenseTypes.ts';
import { FileViewer } from '../components/FileViewer.tsx';

/** The signed document; it is fetched on request only, because every fetch is in the use log. */
export function LicenseDocument({ license, purpose }: { license: LicenseView; purpose: string }) {
  const { t } = useTranslation();
  const [fetched, setFetched] = useState(false);
  if (license.hash === null) return <p className="ow-muted">{t('licenses.noDocument')}</p>;
  if (!fetched) {
    return (
      <>
        <p className="ow-muted">{t('licenses.fetchText', { purpose })}</p>
        <Button type="primary" icon={<FileProtectOutlined aria-hidden />} onClick={() => setFetched(true)}>
          {t('licenses.fetch')}
        </Button>
      </>
    );
  }
  return (
    <FileViewer
      file={{
        name: `${license.licenseNo}.pdf`,
        mediaType: 'application/pdf',
        path: `/licenses/${license.id}/content`,
        query: { useCause: purpose },
      }}
    />
  );
}
