import { type LifeEventKey, lifeEventKeys, lifeEvents } from '@onewindow/processes';
import { spell } from './itemOf.ts';

interface Spelled {
  chinese: readonly string[];
  english: string;
  pinyin: readonly string[];
  initials: readonly string[];
}

let spelled: ReadonlyMap<LifeEventKey, Spelled> | undefined;

/**
 * Life events that a search names: by name or what people say instead, in Chinese, English, pinyin or initials. `query` is in lower
 * case, without spaces. Few letters stand for many things: pinyin from its beginning and from three letters on, initials as a whole.
 * With `inSentence` the event may also be a part of what is said (我要开公司).
 */
export function findEvents(query: string, inSentence: boolean): ReadonlySet<string> {
  if (query.length < 2) return new Set();
  spelled ??= new Map(lifeEventKeys.map((key) => [key, spellEvent(key)]));
  const named = ({ chinese, english, pinyin, initials }: Spelled) =>
    chinese.some((text) => text.includes(query) || (inSentence && query.includes(text))) ||
    (query.length > 3 && english.includes(query)) ||
    (query.length > 2 && pinyin.some((text) => text.startsWith(query))) ||
    initials.includes(query);
  return new Set([...spelled].filter(([, texts]) => named(texts)).map(([key]) => key));
}

function spellEvent(key: LifeEventKey): Spelled {
  const { name, words } = lifeEvents[key];
  const chinese = [name['zh-CN'], ...words];
  return {
    chinese,
    english: name.en.toLowerCase().replace(/\s+/g, ''),
    pinyin: chinese.map((word) => spell(word, 'full')),
    initials: chinese.map((word) => spell(word, 'initials')),
  };
}
