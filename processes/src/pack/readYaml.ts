import { parseDocument } from 'yaml';
import { z } from 'zod';
import { PackError, type PackProblem } from './PackError.ts';
import type { PackFiles } from './packFiles.ts';

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;
/** A YAML bomb is refused long before it could hurt. */
const MAX_ALIASES = 100;

/** Reads one YAML file of a pack by its schema. Throws PackError naming every place that is wrong. */
export function readYaml<T>(files: PackFiles, file: string, schema: z.ZodType<T>): T {
  const text = files[file];
  if (text === undefined) {
    throw new PackError([{ file, path: '', zh: '文件不存在', en: 'the file is missing' }]);
  }
  const parsed = schema.safeParse(parseYaml(file, text), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new PackError(parsed.error.issues.flatMap((issue) => problemsOf(file, issue)));
}

/** The value of a YAML text as JSON. Throws PackError naming the line. */
export function parseYaml(file: string, text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const message = error.message.split('\n')[0] ?? '';
    throw new PackError([
      {
        file,
        path: `${line}`,
        zh: `第 ${line} 行不是正确的 YAML`,
        en: `line ${line} is no YAML: ${message}`,
      },
    ]);
  }
  try {
    // Through JSON: an alias inside its own anchor would be a circle.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: MAX_ALIASES })));
  } catch {
    throw new PackError([
      { file, path: '', zh: '引用（&、*）过多或者循环', en: 'too many aliases, or a circle of them' },
    ]);
  }
}

function problemsOf(file: string, issue: z.core.$ZodIssue): PackProblem[] {
  const path = issue.path.map(String).join('.');
  const message = (locale: typeof zh) => {
    const text = locale(issue as Parameters<typeof zh>[0]);
    return (typeof text === 'string' ? text : text?.message) ?? issue.message;
  };
  return [{ file, path, zh: message(zh), en: message(en) }];
}
