import texts from '../data/texts.json' with { type: 'json' };

export type Locale = 'zh-CN' | 'en';
/** One text in both languages of the product. */
export interface Text {
  readonly 'zh-CN': string;
  readonly en: string;
}
export type TextParams = Readonly<Record<string, string | number | Text>>;

export type ErrorCode = keyof typeof texts.errors;
export type LineKind = keyof typeof texts.lines;
export type ReasonKey = keyof typeof texts.reasons;
export type CalendarRule = keyof typeof texts.calendarRules;
export type LightWord = keyof typeof texts.lights;
export type UnitWord = keyof typeof texts.units;
export type KindWord = keyof typeof texts.kinds;

/** Every sentence this library says, in both languages; data, not code. */
export const textCatalogue: {
  readonly errors: Readonly<Record<ErrorCode, Text>>;
  readonly lines: Readonly<Record<LineKind, Text>>;
  readonly reasons: Readonly<Record<ReasonKey, Text>>;
  readonly calendarRules: Readonly<Record<CalendarRule, Text>>;
  readonly lights: Readonly<Record<LightWord, Text>>;
  readonly units: Readonly<Record<UnitWord, Text>>;
  readonly kinds: Readonly<Record<KindWord, Text>>;
  readonly weekdays: readonly Text[];
} = texts;

/** Fills `{name}` places; an unknown place stays visible. */
export function fillText(text: Text, params: TextParams = {}): Text {
  return { 'zh-CN': fill(text, params, 'zh-CN'), en: fill(text, params, 'en') };
}

function fill(text: Text, params: TextParams, locale: Locale): string {
  return text[locale].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
