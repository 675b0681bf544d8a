import { useTranslation } from 'react-i18next';
import type { DeliveryWish } from '../api/delivery.ts';
import { Facts } from '../components/Facts.tsx';

/** How the applicant wanted to get the decision. */
export function DeliveryWishFacts({ wish }: { wish: DeliveryWish | null }) {
  const { t } = useTranslation();
  return (
    <Facts
      entries={[
        [t('delivery.wish.title'), t(`delivery.method.${wish?.method ?? 'window'}`)],
        [t('delivery.wish.address'), wish?.address ?? wish?.electronicAddress ?? null],
        [
          t('delivery.wish.consent'),
          wish?.consent ? t('delivery.wish.consented', { ...wish.consent }) : null,
        ],
      ]}
    />
  );
}
