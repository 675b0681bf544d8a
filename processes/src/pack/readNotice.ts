import { type Notice, noticeSchema, placeholdersOf } from '../schema/noticeSchema.ts';
import type { Text } from '../schema/text.ts';
import type { PackFiles } from './packFiles.ts';
import { readYaml } from './readYaml.ts';

/** Reads `notices/<key>.yaml`. Throws PackError when it is missing or wrong. */
export function readNotice(files: PackFiles, key: string): Notice {
  return readYaml(files, `notices/${key}.yaml`, noticeSchema);
}

/** Fills the placeholders of one language; what `values` does not give becomes an empty text. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}

/** Placeholders of a text in both languages, each once. */
export function placeholdersOfText(text: Text): string[] {
  return [...new Set([...placeholdersOf(text['zh-CN']), ...placeholdersOf(text.en)])];
}
