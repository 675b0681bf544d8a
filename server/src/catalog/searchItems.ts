import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { ItemDocument } from './model.ts';

/**
 * Items that may be applied for, by name, alias, pinyin, initials or code; exact beginnings first. A dispatch begins with a
 * report instead. The catalogue (some 2,000 items) is read
 * whole: the embedded store has no text index.
 */
export async function searchItems(options: {
  app: AppContext;
  query: string;
  limit: number;
}): Promise<ItemDocument[]> {
  const { app, limit } = options;
  const items = (await app.models.items
    .find({ tenant: app.tenant, kind: trusted({ $ne: 'dispatch' }) })
    .sort({ packCode: 1 })
    .lean()) as ItemDocument[];
  const query = options.query.trim().toLowerCase().replace(/\s+/g, '');
  if (query === '') return items.slice(0, limit);
  return items
    .map((item) => ({ item, rank: rankOf(item, query) }))
    .filter((entry) => entry.rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .slice(0, limit)
    .map((entry) => entry.item);
}

function rankOf(item: ItemDocument, query: string): number {
  const texts = [
    item.name['zh-CN'],
    item.name.en,
    ...item.aliases,
    ...item.pinyin,
    ...item.codes,
    item.packCode,
  ];
  return Math.max(
    ...texts.map((text) => {
      const at = text.toLowerCase().replace(/\s+/g, '').indexOf(query);
      return at < 0 ? 0 : at === 0 ? 2 : 1;
    }),
  );
}
