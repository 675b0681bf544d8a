import { useTranslation } from 'react-i18next';
import { AddressCode } from '../components/AddressCode.tsx';

/** The applicant's way to the progress page, as a code to photograph and as a link. */
export function ProgressCode({ token }: { token: string }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/progress/${token}`;
  return <AddressCode address={address} words={t('window.progressLink')} />;
}
