import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';

/** The applicant's way to the progress page, as a code to photograph and as a link. */
export function ProgressCode({ token }: { token: string }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/progress/${token}`;
  return (
    <div className="ow-row">
      <span aria-hidden>
        <QRCode value={address} type="svg" size={108} bordered={false} />
      </span>
      <a className="ow-grow" href={address} target="_blank" rel="noreferrer">
        {t('window.progressLink')}
      </a>
    </div>
  );
}
