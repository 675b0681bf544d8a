import texts from '../../../data/reportTexts.json' with { type: 'json' };
import type { Text } from '../../errors/appError.ts';
import type { Figure } from './figures.ts';
import type { RecordFact } from './readRecords.ts';

/** Sheets, columns and sentences of the annex. */
export const annexTexts = texts.annex;

const { figures, meanings, records, levels } = texts as unknown as {
  figures: Record<Figure, Text>;
  meanings: Record<Figure, string>;
  records: Record<RecordFact['kind'], Text>;
  levels: Record<string, string>;
};

/** What a figure is called. */
export const figureName = (figure: Figure): Text => figures[figure];
/** What it counts, in Chinese. */
export const figureMeaning = (figure: Figure): string => meanings[figure];
export const recordName = (kind: RecordFact['kind']): Text => records[kind];
export const levelName = (level: string | undefined): string => levels[level ?? ''] ?? '';

/** A figure as a report prints it: shares in per cent, rounded down so that only all is 100 %; averages with one digit; `—` for none. */
export function printFigure(figure: Figure, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  if (figure === 'onTimeShare' || figure === 'satisfiedShare')
    return `${(Math.floor(value * 1000 + 1e-9) / 10).toFixed(1)}%`;
  if (figure === 'averageWorkdays' || figure === 'averageGrade') return value.toFixed(1);
  return String(value);
}
