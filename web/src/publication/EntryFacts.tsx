import { useTranslation } from 'react-i18next';
import type { PublicEntry } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';

/** An entry as everybody reads it, in the order of the national standard. */
export function EntryFacts({ entry }: { entry: PublicEntry }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const granted = entry.decision === 'grant';
  return (
    <Facts
      entries={[
        [t('publication.fact.subject'), entry.subjectName],
        [t('publication.fact.kind'), t(`publication.kind.${entry.subjectKind}`)],
        [t('publication.fact.uscc'), entry.uscc],
        [t('publication.fact.idNumber'), entry.idNumber],
        [t('publication.fact.representative'), entry.legalRepresentative],
        [t('publication.fact.document'), say(entry.documentName)],
        [t('publication.fact.documentNo'), entry.documentNo],
        [t('publication.fact.category'), t(`publication.category.${entry.category}`)],
        [t('publication.fact.license'), entry.licenseName === null ? null : say(entry.licenseName)],
        [t('publication.fact.licenseNo'), entry.licenseNo],
        ...entry.rows.map(({ label, value }): [string, string] => [say(label), value]),
        [t('publication.fact.decided'), formatDay(entry.decidedDay, language)],
        [t('publication.fact.from'), granted ? formatDay(entry.validFrom, language) : null],
        [
          t('publication.fact.to'),
          granted
            ? entry.validTo === null
              ? t('publication.unlimited')
              : formatDay(entry.validTo, language)
            : null,
        ],
        [t('publication.fact.authority'), entry.authority],
      ]}
    />
  );
}
