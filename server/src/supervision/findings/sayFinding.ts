import { describeLimit, parseLimit } from '@onewindow/clocks';
import eventTexts from '../../../data/eventTexts.json' with { type: 'json' };
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { LoadedPack } from '../../catalog/packRegistry.ts';
import type { Text } from '../../errors/appError.ts';
import type { FindingDocument } from '../model.ts';
import { ruleOf } from '../rules/ruleFile.ts';

const clockNames: Record<string, Text> = eventTexts.words.clock;

/** The sentence of a finding in both languages: its rule's, with names instead of keys. */
export async function sayFinding(
  app: AppContext,
  { kind, details }: Pick<FindingDocument, 'kind' | 'details'>,
  subject: CaseDocument | null,
): Promise<Text> {
  const loaded =
    subject === null ? undefined : await app.packs.version(subject.packCode, subject.packVersion);
  const { said } = ruleOf(kind);
  const fill = (locale: keyof Text) =>
    said[locale].replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = details[name];
      return value === undefined ? '' : named(app, loaded, name, String(value))[locale];
    });
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

function named(app: AppContext, loaded: LoadedPack | undefined, place: string, value: string): Text {
  if (place === 'step' || place === 'missing') return loaded?.pack.steps[value]?.name ?? same(value);
  if (place === 'department') return same(app.organisation.findDepartment(value)?.name ?? value);
  if (place === 'clock') return clockNames[value] ?? same(value);
  if (place === 'material' || place === 'materials') return materialNames(loaded, value.split(','));
  if (place === 'limit' && /[a-z]/.test(value)) return describeLimit(parseLimit(value));
  return same(value);
}

function materialNames(loaded: LoadedPack | undefined, keys: readonly string[]): Text {
  const names = keys.map((key) => loaded?.material(key)?.name ?? same(key));
  return {
    'zh-CN': names.map((name) => name['zh-CN']).join('、'),
    en: names.map(({ en }) => en).join(', '),
  };
}

function same(text: string): Text {
  return { 'zh-CN': text, en: text };
}
