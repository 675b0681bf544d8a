import expertPanel from '../../blocks/expert-panel.json' with { type: 'json' };
import extension from '../../blocks/extension.json' with { type: 'json' };
import issueLicense from '../../blocks/issue-license.json' with { type: 'json' };
import jointOpinion from '../../blocks/joint-opinion.json' with { type: 'json' };
import notify from '../../blocks/notify.json' with { type: 'json' };
import pay from '../../blocks/pay.json' with { type: 'json' };
import publicNotice from '../../blocks/public-notice.json' with { type: 'json' };
import specialProcedure from '../../blocks/special-procedure.json' with { type: 'json' };
import type { Block } from './Block.ts';

/** The blocks that come with the product, in the order in which they are offered. */
export const blocks = [
  specialProcedure,
  extension,
  jointOpinion,
  expertPanel,
  publicNotice,
  issueLicense,
  notify,
  pay,
] as unknown as readonly Block[];

/** Blocks whose names, description or keywords hold every word of a text, those whose name does first; all for an empty one. */
export function searchBlocks(text: string): readonly Block[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (texts: readonly string[]) => {
    const all = texts.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const named = blocks.filter(({ name }) => holds(Object.values(name)));
  const others = blocks.filter(
    ({ key, name, description, keywords }) =>
      !holds(Object.values(name)) &&
      holds([key, ...Object.values(name), ...Object.values(description), ...keywords]),
  );
  return [...named, ...others];
}
