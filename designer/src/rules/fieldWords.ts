import type { Locale } from '../model/packFiles.ts';
import { fieldTexts } from './fieldTexts.ts';
import type { SchemaNode } from './PackSchema.ts';
import { shapeOf } from './shapeOf.ts';

export interface FieldWords {
  readonly label: string;
  /** What else is to be known of it; undefined: nothing. */
  readonly help: string | undefined;
}

/** What a field is called, and what is to be known of it: words of its own, or those of the schema. */
export function fieldWords(node: SchemaNode, pattern: string, locale: Locale): FieldWords {
  const own = Object.hasOwn(fieldTexts, pattern) ? fieldTexts[pattern]?.[locale] : undefined;
  if (own !== undefined) return { label: own[0] ?? '', help: own[1] };
  const [zh = '', en = ''] = (node.description ?? '').split('\n\n');
  const said = takeApart(locale === 'en' ? en : zh);
  // What may be chosen is seen in the choice.
  return ['choice', 'picks'].includes(shapeOf(node)) ? { ...said, help: undefined } : said;
}

const OPENS = '（(《“';
const CLOSES = '）)》”';

/** `单价（分）：由本系统收取` → label and help, parted at the first colon or semicolon outside of brackets. */
export function takeApart(description: string): FieldWords {
  let depth = 0;
  for (const [at, sign] of [...description].entries()) {
    if (OPENS.includes(sign)) depth += 1;
    else if (CLOSES.includes(sign)) depth -= 1;
    else if (depth === 0 && /[：；:;]/.test(sign)) {
      const signs = [...description];
      const help = signs
        .slice(at + 1)
        .join('')
        .trim();
      return { label: signs.slice(0, at).join('').trim(), help: help === '' ? undefined : help };
    }
  }
  return { label: description.trim(), help: undefined };
}
