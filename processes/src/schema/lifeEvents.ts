import events from './life-events.json' with { type: 'json' };
import type { Text } from './text.ts';

/**
 * Life events of persons and business events of companies under which items are looked for. The names are those of the
 * classification by theme (主题分类) of the national government service platform, for natural persons (自然人) and for
 * legal persons (法人); `words` is what people say instead.
 */
export interface LifeEvent {
  readonly name: Text;
  readonly who: readonly ('natural' | 'legal')[];
  readonly words: readonly string[];
}

export type LifeEventKey = keyof typeof events;

export const lifeEventKeys = Object.keys(events) as [LifeEventKey, ...LifeEventKey[]];
export const lifeEvents = events as Readonly<Record<LifeEventKey, LifeEvent>>;
