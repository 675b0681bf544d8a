import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { findEvents } from './findEvents.ts';
import type { ItemDocument } from './model.ts';

/**
 * Items that may be applied for, by name, alias, pinyin, initials or code, exact beginnings first, then by the life event
 * under which they stand (its name, what people call it, pinyin); or those of one event alone. A dispatch begins with a
 * report instead. The catalogue (some 2,000 items) is read
 * whole: the embedded store has no text index.
 */
export async function searchItems(options: {
  app: AppContext;
  query: string;
  limit: number;
  event?: string | undefined;
}): Promise<ItemDocument[]> {
  const { app, limit } = options;
  const found = (await app.models.items
    .find({ tenant: app.tenant, kind: trusted({ $ne: 'dispatch' }) })
    .sort({ packCode: 1 })
    .lean()) as ItemDocument[];
  const items =
    options.event === undefined
      ? found
      : found.filter(({ lifeEvents = [] }) => lifeEvents.includes(options.event ?? ''));
  const query = options.query.trim().toLowerCase().replace(/\s+/g, '');
  if (query === '') return items.slice(0, limit);
  const ranked = items.map((item) => ({ item, rank: rankOf(item, query) }));
  // Who names an item does not mean all that its name reminds of.
  const events = findEvents(query, !ranked.some(({ rank }) => rank > 0));
  return ranked
    .map(({ item, rank }) => ({ item, rank: rank || rankByEvent(item, events) }))
    .filter((entry) => entry.rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .slice(0, limit)
    .map((entry) => entry.item);
}

/** Below every item whose own name fits. */
function rankByEvent({ lifeEvents = [] }: ItemDocument, events: ReadonlySet<string>): number {
  return lifeEvents.some((key) => events.has(key)) ? 0.5 : 0;
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
