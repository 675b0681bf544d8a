import type { Locale } from '../model/packFiles.ts';
import { type FormNode, isJson, type Json } from './formOutline.ts';

/** Something about a form that people should look at; it can be published all the same. */
export interface FormRemark {
  readonly node: FormNode;
  readonly kind: 'noEnglish' | 'noChinese' | 'longLabel' | 'hardToRead' | 'optionEnglish' | 'empty';
  /** Which text it is about. */
  readonly text: string;
}

/** Longest label that a phone shows in two lines, in characters; English has narrower ones. */
const MOST = { 'zh-CN': 30, en: 80 } as const;

/** Labels that are missing in a language, very long labels, texts that are hard to read. */
export function checkForm(nodes: readonly FormNode[]): FormRemark[] {
  return nodes.flatMap((node) => {
    const { component, type } = node;
    const properties = isJson(component['properties']) ? component['properties'] : {};
    const chinese = text(component['label']) || text(component['title']);
    const english = text(properties['en']) || text(properties['en.content']);
    const remarks: FormRemark[] = [];
    const add = (kind: FormRemark['kind'], about: string) => remarks.push({ node, kind, text: about });
    const silent = ['columns', 'well', 'container', 'content'].includes(type);
    if (!silent && chinese === '') add('noChinese', node.key);
    if (!silent && english === '') add('noEnglish', chinese || node.key);
    if (length(chinese) > MOST['zh-CN']) add('longLabel', chinese);
    if (english.length > MOST.en && type !== 'content') add('longLabel', english);
    for (const option of optionsOf(component)) {
      const value = String(option['value'] ?? '');
      if (text(option['en']) === '' && text(properties[`en.${value}`]) === '')
        add('optionEnglish', text(option['label']) || value);
    }
    for (const words of [chinese, text(component['description']), plain(text(component['html']))])
      if (isHardToRead(words)) add('hardToRead', words);
    if (
      node.holdsOthers &&
      Array.isArray(node.component['components']) &&
      node.component['components'].length === 0
    )
      add('empty', node.label);
    return remarks;
  });
}

/**
 * A simple measure for Chinese: a sentence of more than 40 characters, more than six commas in one sentence, or three
 * and more expressions of official language in one text.
 */
export function isHardToRead(words: string): boolean {
  const sentences = words.split(/[。！？；\n]/).map((sentence) => sentence.trim());
  const official = words.match(/之|其|予以|须经|系指|应予|鉴于|依照|特此|如若|兹|逾期|届满|上述|该等/g) ?? [];
  return (
    sentences.some((sentence) => length(sentence) > 40 || (sentence.match(/[，、,]/g)?.length ?? 0) > 6) ||
    official.length >= 3
  );
}

/** Texts of a component, by language, for whoever edits it. */
export function labelOf(component: Json, locale: Locale): string {
  const properties = isJson(component['properties']) ? component['properties'] : {};
  return locale === 'en' ? text(properties['en']) : text(component['label']) || text(component['title']);
}

function optionsOf(component: Json): Json[] {
  const data = isJson(component['data']) ? component['data']['values'] : undefined;
  const values = component['type'] === 'select' ? data : component['values'];
  return Array.isArray(values) ? values.filter(isJson) : [];
}

/** Han characters count one, letters and digits half. */
function length(words: string): number {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (words.length - han) / 2;
}

function plain(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
