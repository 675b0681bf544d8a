import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { AddressCode } from '../components/AddressCode.tsx';

/** 好差评 at the window: the code that the applicant photographs, and the page for the device that stands before them. */
export function RatingCode({ token }: { token: string }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/progress/${token}?door=window`;
  return (
    <Card title={<h2 className="ow-card-title">{t('portal.rating.atWindow')}</h2>}>
      <AddressCode address={address} words={t('portal.rating.openDevice')} />
    </Card>
  );
}
