import { type FieldRow, type FieldType, fieldTypes, type TableProblem } from './StepRow.ts';
import words from './table-words.json' with { type: 'json' };
import { tableProblem } from './tableProblem.ts';

const MOST_FIELDS = 60;

/** Between fields; not inside of brackets. */
const SEPARATOR = /[、，,;；\n]+(?![^(（]*[)）])/;

/**
 * Fields of one cell: `场地面积(数字)、核查结论(选择:合格/不合格)、现场照片(附件)`. Without brackets a field is a text;
 * what has an opinion in its name is a long one.
 */
export function readFields(cell: string, line: number): { fields: FieldRow[]; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const fields: FieldRow[] = [];
  const parts = cell
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > MOST_FIELDS)
    problems.push(tableProblem('tooManyFields', line, { maximum: MOST_FIELDS }));
  for (const part of parts.slice(0, MOST_FIELDS)) {
    const [, name = '', inside] = /^([^(（]*)(?:[(（](.*)[)）])?\s*$/s.exec(part) ?? [];
    const label = name.trim();
    if (label === '') {
      problems.push(tableProblem('fieldNameMissing', line));
      continue;
    }
    if (inside === undefined) {
      fields.push({ name: label, type: /意见|说明|理由/.test(label) ? 'longText' : 'text', options: [] });
      continue;
    }
    const [word = '', ...rest] = inside.split(/[:：]/);
    const type = typeOf(word);
    const options = rest
      .join(':')
      .split('/')
      .map((option) => option.trim())
      .filter((option) => option !== '');
    if (type === undefined) problems.push(tableProblem('fieldTypeUnknown', line, { word: word.trim() }));
    else if ((type === 'choice' || type === 'choices') && new Set(options).size < 2)
      problems.push(tableProblem('choicesMissing', line, { name: label }));
    else fields.push({ name: label, type, options: [...new Set(options)] });
  }
  return { fields, problems };
}

function typeOf(word: string): FieldType | undefined {
  const asked = word.trim().toLowerCase();
  return fieldTypes.find((type) => words.fieldTypes[type].includes(asked));
}
