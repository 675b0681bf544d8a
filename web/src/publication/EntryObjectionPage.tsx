import { useTranslation } from 'react-i18next';
import { readEntryObjection } from '../api/publications.ts';
import { AnswerPage } from '../notices/ObjectionPage.tsx';

/** For whoever objected to a published decision: the answer, behind the address that they were given. */
export function EntryObjectionPage() {
  const { t } = useTranslation();
  const trail = [{ label: t('publication.title'), to: '/publications' }];
  return <AnswerPage of="entry" read={readEntryObjection} trail={trail} />;
}
