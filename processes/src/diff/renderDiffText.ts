import { diffAreas } from './areas.ts';
import type { Change, PackDiff, Words } from './changeSchema.ts';
import { areaWords, joinWords, kindWords, sentence, word } from './diffTexts.ts';
import { excerpt } from './excerpt.ts';

export type DiffLanguage = keyof Words;

/** Longest value shown in a line of the terminal, in characters. */
const LONGEST = 160;

const marks = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

/** One line: how many differences, how many change what happens to a case, and where. */
export function summariseDiff({ changes, counts, formattingOnly }: PackDiff): Words {
  if (counts.total === 0) {
    return formattingOnly.length === 0
      ? sentence('none')
      : sentence('formattingOnly', { files: formattingOnly.join(', ') });
  }
  const areas = diffAreas.flatMap((area) => {
    const count = changes.filter((change) => change.area === area).length;
    return count === 0 ? [] : [sentence('area', { area: areaWords[area], count })];
  });
  return sentence(counts.total === 1 ? 'summaryOne' : 'summary', {
    total: counts.total,
    matters: counts.matters,
    areas: joinWords(areas, word('list')),
  });
}

/** The comparison for a terminal: grouped by area and thing, long values cut, the summary last. */
export function renderDiffText(diff: PackDiff, language: DiffLanguage): string {
  const lines = diffAreas.flatMap((area) => {
    const changes = diff.changes.filter((change) => change.area === area);
    return changes.length === 0 ? [] : [areaWords[area][language], ...linesOf(changes, language), ''];
  });
  if (diff.formattingOnly.length > 0 && diff.counts.total > 0) {
    lines.push(sentence('formattingOnly', { files: diff.formattingOnly.join(', ') })[language]);
  }
  lines.push(summariseDiff(diff)[language]);
  return `${lines.join('\n')}\n`;
}

function linesOf(changes: readonly Change[], language: DiffLanguage): string[] {
  let last = '';
  return changes.flatMap((change) => {
    const { file, name } = change.where;
    const [first = '', ...rest] = name[language];
    const title = `  ${first.toUpperCase()}${rest.join('')}  [${file}]`;
    const line = `    ${marks[change.kind]} ${sayChange(change, language)}`;
    if (title === last) return [line];
    last = title;
    return [title, line];
  });
}

/** One change in one line: `承诺时限：8个工作日 → 6个工作日`. */
export function sayChange(
  { kind, property, before, after, matters }: Change,
  language: DiffLanguage,
): string {
  const [old, now] = excerpt(before?.words[language] ?? '', after?.words[language] ?? '', LONGEST);
  const label = property.label[language] || kindWords[kind][language];
  const value =
    property.key === '' || (before === null) !== (after === null)
      ? [property.key === '' ? '' : kindWords[kind][language], after === null ? old : now]
          .filter((part) => part !== '')
          .join(' ')
      : `${old} → ${now}`;
  const said = word('pair', { label, value })[language];
  return matters ? said : `${said} ${sentence('wordingOnly')[language]}`;
}
