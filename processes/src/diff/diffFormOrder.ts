import type { Change, Words } from './changeSchema.ts';
import { joinWords, word } from './diffTexts.ts';
import type { FormPart, FormParts } from './formParts.ts';

/** Components that stand in another order in the same group: one change a group, of looks only. */
export function diffFormOrder(file: string, form: Words, left: FormParts, right: FormParts): Change[] {
  const groups = new Set([...right.parts.values()].map(({ parent }) => parent));
  return [...groups].flatMap((group): Change[] => {
    const [before, after] = [inGroup(group, left, right), inGroup(group, right, left)];
    if (before.every(({ id }, at) => after[at]?.id === id)) return [];
    const [owner = ''] = group.split(' ');
    const around = right.parts.get(owner);
    return [
      {
        area: 'form',
        kind: 'moved',
        where: {
          file,
          element: around === undefined ? '' : owner,
          name: around === undefined ? form : nameOfGroup(around),
        },
        property: { key: 'order', label: word('fieldOrder') },
        before: fieldOrder(before),
        after: fieldOrder(after),
        matters: false,
      },
    ];
  });
}

/** The components of a group that stand in the same group of the other version. */
function inGroup(group: string, { parts }: FormParts, other: FormParts): FormPart[] {
  return [...parts.values()].filter(
    ({ id, parent }) => parent === group && other.parts.get(id)?.parent === group,
  );
}

/** Fields in order, in the words of each language. */
function fieldOrder(parts: readonly FormPart[]): Change['before'] {
  const names = parts.map(({ label, english, id }) => ({
    'zh-CN': label || id,
    en: english || label || id,
  }));
  return { value: names.map((name) => name['zh-CN']), words: joinWords(names, word('list')) };
}

/** What a reader calls a group of fields. */
export function nameOfGroup({ label, english, id }: FormPart): Words {
  const name = { 'zh-CN': label || id, en: english || label || id };
  return word('named', { type: word('fieldGroup'), name });
}
