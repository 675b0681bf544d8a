import type { Designing } from '../DesignerContext.ts';
import { stepsBefore } from '../panel/stepsBefore.ts';
import { type OfferedField, offerFields } from './offerFields.ts';

/** What a condition of the pack that is edited may ask about besides what is declared. */
export function offeredIn({ editor, manifest, files, locale }: Designing): OfferedField[] {
  const registry = editor.service('elementRegistry');
  const before = (step: string) => {
    const element = registry.get(step);
    return element === undefined ? [] : stepsBefore(element).map(({ id }) => id);
  };
  return offerFields({ manifest, files, locale, before });
}
