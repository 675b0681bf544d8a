import { useTranslation } from 'react-i18next';
import type { PublicNotice } from '../api/notices.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';

/** What a public notice shows. */
export function NoticeFacts({ notice }: { notice: PublicNotice }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <Facts
      entries={[
        ...notice.rows.map(({ label, value }): [string, string] => [say(label), value]),
        [t('notice.area'), notice.area],
        [t('notice.by'), notice.department.name],
        [t('notice.place'), notice.where.map((place) => t(`notice.where.${place}`)).join(' · ')],
        [t('notice.period'), `${formatDay(notice.from, language)} – ${formatDay(notice.untilDay, language)}`],
      ]}
    />
  );
}
