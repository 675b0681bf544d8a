import { Card, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';

/** 好差评 at the window: the code that the applicant photographs, and the page for the device that stands before them. */
export function RatingCode({ token }: { token: string }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/progress/${token}?door=window`;
  return (
    <Card title={<h2 className="ow-card-title">{t('portal.rating.atWindow')}</h2>}>
      <div className="ow-row">
        <span aria-hidden>
          <QRCode value={address} type="svg" size={108} bordered={false} />
        </span>
        <a className="ow-grow" href={address} target="_blank" rel="noreferrer">
          {t('portal.rating.openDevice')}
        </a>
      </div>
    </Card>
  );
}
