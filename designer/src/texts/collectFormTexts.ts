import type { PackText } from './collectTexts.ts';

type Plain = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Titles, labels and answers of a form: Chinese in place, English under `properties`. */
export function collectFormTexts(file: string, text: string): PackText[] {
  const found: PackText[] = [];
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    return [];
  }
  const title = textIn(form, 'title') || file;
  const add = (
    path: Path,
    own: string,
    owner: Path,
    english: string,
    where: string,
    zh: string,
    en: string,
  ) =>
    found.push({
      area: 'forms',
      where: [title, where].filter((part) => part !== '').join(' › '),
      zh,
      en,
      spots: {
        'zh-CN': { file, path: [...path, own] },
        en: { file, path: [...owner, 'properties', english] },
      },
    });
  const english = (component: unknown, name: string) =>
    textIn((component as Plain | null)?.['properties'], name);
  add([], 'title', [], 'en', '', textIn(form, 'title'), english(form, 'en'));
  const look = (list: unknown, path: Path): void => {
    if (!Array.isArray(list)) return;
    (list as unknown[]).forEach((component, at) => {
      const here = [...path, at];
      if (typeof component !== 'object' || component === null) return;
      const own = component as Plain;
      const shown = textIn(own, 'label') !== '' ? 'label' : textIn(own, 'title') !== '' ? 'title' : null;
      const name = (shown === null ? '' : textIn(own, shown)) || textIn(own, 'key');
      if (shown !== null && own['hidden'] !== true)
        add(here, shown, here, 'en', name, textIn(own, shown), english(own, 'en'));
      const listed = Array.isArray(own['values']) ? ['values'] : ['data', 'values'];
      const options = listed.reduce<unknown>((value, part) => (value as Plain | undefined)?.[part], own);
      if (Array.isArray(options) && own['type'] !== 'file')
        (options as Plain[]).forEach((option, optionAt) => {
          const value = textIn(option, 'value');
          if (value === '') return;
          add(
            [...here, ...listed, optionAt],
            'label',
            here,
            `en.${value}`,
            name,
            textIn(option, 'label'),
            english(own, `en.${value}`),
          );
        });
      look(own['components'], [...here, 'components']);
      for (const part of ['columns', 'rows'])
        if (Array.isArray(own[part]))
          (own[part] as unknown[]).forEach((cell, cellAt) => {
            if (Array.isArray(cell))
              cell.forEach((inner: unknown, innerAt) => {
                look((inner as Plain | null)?.['components'], [...here, part, cellAt, innerAt, 'components']);
              });
            else look((cell as Plain | null)?.['components'], [...here, part, cellAt, 'components']);
          });
    });
  };
  look((form as Plain | null)?.['components'], ['components']);
  return found;
}

function textIn(value: unknown, key: string): string {
  const found = (value as Plain | null | undefined)?.[key];
  return typeof found === 'string' ? found : '';
}
