import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listAnnotations } from '../api/annotations.ts';

/**
 * What was noted on the pages of a case's materials for the next list (补正 or 补充材料): one text a material, a line a note.
 * Cut to `most` characters.
 */
export function useNotedProblems(caseId: string, most: number): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  const notes = useQuery({
    queryKey: ['case', caseId, 'annotations'],
    queryFn: () => listAnnotations(caseId),
  });
  return useMemo(() => {
    const lines = new Map<string, string[]>();
    for (const { materialKey, toSupplement, page, note } of notes.data?.items ?? [])
      if (toSupplement && materialKey !== null)
        lines.set(materialKey, [
          ...(lines.get(materialKey) ?? []),
          t('desk.annotation.line', { page, note }),
        ]);
    return Object.fromEntries([...lines].map(([key, said]) => [key, said.join('\n').slice(0, most)]));
  }, [notes.data, most, t]);
}
