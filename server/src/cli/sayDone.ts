import texts from './pack-texts.json' with { type: 'json' };
import type { CliLanguage } from './readPackArgument.ts';

/** Tells on the output stream what was done. */
export function sayDone(
  what: keyof typeof texts.done,
  language: CliLanguage,
  values: Readonly<Record<string, string | number>>,
): void {
  const sentence = texts.done[what][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
  process.stdout.write(`${sentence}\n`);
}
