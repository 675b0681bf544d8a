import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { type FilledField, readKnown } from '../api/known.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

const nothing: readonly FilledField[] = [];

/** What was filled in for the applicant and what else is known; read anew with each saved version while there is any. */
export function useKnown(view: CaseView) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const holder = view.applicant?.idNumber ?? '';
  const known = useQuery({
    queryKey: ['case', view.id, 'known', holder, view.version],
    queryFn: () => readKnown(view.id),
    enabled: holder !== '',
    placeholderData: keepPreviousData,
  });
  const filled = known.data?.filled ?? nothing;
  const notes = useMemo(
    () =>
      filled.map(({ field, source, ref, day }) => ({
        path: field,
        text: t(`prefill.from.${source}`, { number: ref, day: day === '' ? '' : formatDay(day, language) }),
      })),
    [filled, language, t],
  );
  return { filled, notes, offers: known.data?.offers ?? [] };
}
