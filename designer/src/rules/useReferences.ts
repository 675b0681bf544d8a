import { useDesigning } from '../DesignerContext.ts';
import { useDirectory } from '../item/useDirectory.ts';
import { materialTexts } from '../materials/materialTexts.ts';
import type { YamlPath } from '../model/manifest.ts';
import { type Named, namedInPack, referenceOf } from './referenceOf.ts';
import { pointerChoices } from './sourceChoices.ts';

/** What the key at a path may name, in words; null where it is a name of its own. */
export function useReferences(path: YamlPath): readonly Named[] | null {
  const designing = useDesigning();
  const { texts, locale } = designing;
  const { departments, licenseTypes } = useDirectory();
  const reference = referenceOf(path);
  switch (reference) {
    case undefined:
      return null;
    case 'role':
      return Object.entries(texts.roles).map(([value, label]) => ({ value, label }));
    case 'department':
      return departments.map(({ id, name }) => ({ value: id, label: name }));
    case 'licenseType':
      return licenseTypes.map(({ type, name }) => ({
        value: type,
        label: name?.[locale] ?? materialTexts[locale].knownTypes[type] ?? type,
      }));
    case 'formField':
      return pointerChoices(path, designing).map(({ value, label }) => ({ value: value.slice(1), label }));
    default:
      return namedInPack(reference, path, designing);
  }
}
