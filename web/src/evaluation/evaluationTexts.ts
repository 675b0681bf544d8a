import type { TFunction } from 'i18next';
import type { FactRef, ResultLine, Standing } from '../api/evaluation.ts';

/** `9733` → `97.33`; a dash where there is none. */
export function pointsText(hundredths: number | null): string {
  return hundredths === null ? '—' : (hundredths / 100).toFixed(2);
}

/** `2026-11` or `2026-Q4` in words. */
export function periodText(period: string, t: TFunction): string {
  const [year = '', part = ''] = period.split('-');
  return part.startsWith('Q')
    ? t('evaluation.quarter', { year, quarter: part.slice(1) })
    : t('evaluation.month', { year, month: t(`evaluation.monthName.${part}`) });
}

export function rankText(line: ResultLine, t: TFunction): string {
  if (line.rank === null) return t(`evaluation.unranked.${line.unranked ?? 'noScore'}`);
  return t(line.tied ? 'evaluation.rankTied' : 'evaluation.rankIs', { rank: line.rank });
}

/** Score and rank of a revision in one line. */
export function standingText({ score, rank }: Standing, t: TFunction): string {
  return rank === null
    ? t('evaluation.standingUnranked', { score: pointsText(score) })
    : t('evaluation.standing', { score: pointsText(score), rank });
}

/** Page on which a fact is looked up. */
export function pageOfFact({ kind, id }: Pick<FactRef, 'kind' | 'id'>): string {
  const of = encodeURIComponent(id);
  if (kind === 'finding') return `/supervision/findings/${of}`;
  if (kind === 'order') return `/supervision/orders/${of}`;
  if (kind === 'card') return `/supervision/cards/${of}`;
  return `/cases/${of}`;
}
