import type { LicensePreview } from '../model/hostServices.ts';
import type { LicenseTexts } from './licenseTexts.ts';

export interface FitWords {
  readonly level: 'success' | 'warning' | 'error';
  readonly lines: readonly string[];
}

/** Lines from which on a field is worth a word. */
const MANY_LINES = 4;
const SQUEEZED = 0.95;

/** What the composer says about a drawing, in words; `labels` are those of the template's fields. */
export function describeFit(
  { fit, problem, faults, missingCharacters }: LicensePreview,
  labels: readonly string[],
  texts: LicenseTexts,
): FitWords {
  const name = (index: number) => labels[index] ?? String(index + 1);
  if (faults.length > 0)
    return {
      level: 'error',
      lines: [faults.includes('') ? texts.fileBroken : texts.faults(faults.slice(0, 5).join('、'))],
    };
  if (problem !== null) {
    const { fields = '', path = '' } = problem.params;
    const longest = fields.split(',').map((index) => `“${name(Number(index))}”`);
    const said = {
      licenseTooLong: texts.tooLong(longest.join('、')),
      templateDataMissing: texts.dataMissing(path.replace(/^fields\./, '')),
      templatePlaceholderInvalid: texts.placeholderWrong(path),
    }[problem.code];
    return { level: 'error', lines: [said ?? problem.code] };
  }
  if (fit === null) return { level: 'success', lines: [] };
  const wrong = [
    ...fit.wide.map((part) => texts.wideParts[part] ?? part),
    ...fit.fields.filter(({ outside }) => outside).map(({ index }) => texts.outside(name(index))),
    ...(missingCharacters.length > 0 ? [texts.missing(missingCharacters.join(' '))] : []),
  ];
  const tight = [
    ...(fit.scale < 1 ? [texts.smaller(Math.round(fit.scale * 100))] : []),
    ...fit.fields
      .filter(({ lines }) => lines >= MANY_LINES)
      .map(({ index, lines }) => texts.manyLines(name(index), lines)),
    ...fit.fields.filter(({ label }) => label < SQUEEZED).map(({ index }) => texts.squeezed(name(index))),
  ];
  if (wrong.length + tight.length === 0) return { level: 'success', lines: [texts.fits] };
  return { level: wrong.length > 0 ? 'error' : 'warning', lines: [...wrong, ...tight] };
}
