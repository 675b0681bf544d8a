import type { Text } from '../schema/text.ts';
import refusals from './xml-refusals.json' with { type: 'json' };

export type XmlRefusal = keyof typeof refusals;

/** A file is not taken in. `code` says why, `line` (from 1) where it is known, `userMessage` says it in words. */
export class XmlRefused extends Error {
  readonly userMessage: Text;

  constructor(
    readonly code: XmlRefusal,
    readonly line: number | null = null,
    readonly detail = '',
  ) {
    const fill = (text: string) =>
      text.replace('{line}', String(line ?? '–')).replace('{detail}', () => detail);
    super(fill(refusals[code].en));
    this.name = 'XmlRefused';
    this.userMessage = { 'zh-CN': fill(refusals[code].zh), en: fill(refusals[code].en) };
  }
}
