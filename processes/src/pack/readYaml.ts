import { parseDocument } from 'yaml';
import { z } from 'zod';
import { sentencesOfIssue } from '../schema/sentencesOfIssue.ts';
import { PackError, type PackProblem } from './PackError.ts';
import type { PackFiles } from './packFiles.ts';
import { readYamlParts } from './yamlParts.ts';

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
  return checkYaml(file, parseYaml(file, text), schema);
}

/** Checks what a YAML file holds by its schema. Throws PackError naming every place that is wrong. */
export function checkYaml<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new PackError(parsed.error.issues.flatMap((issue) => problemsOf(file, issue)));
}

/** The value of a YAML text as JSON. Throws PackError naming the line. */
export function parseYaml(file: string, text: string): unknown {
  const parts = readYamlParts(text);
  if (parts !== undefined) return JSON.parse(JSON.stringify(parts));
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
  return simplestOf(issue).map((one) => {
    const path = one.path.map(String).join('.');
    const said = sentencesOfIssue(one);
    const message = (locale: typeof zh) => {
      const text = locale(one as Parameters<typeof zh>[0]);
      return (typeof text === 'string' ? text : text?.message) ?? one.message;
    };
    return { file, path, ...(said ?? { zh: message(zh), en: message(en) }) };
  });
}

/** Where several ways of writing are allowed: what is wrong with the one that was most likely meant. */
function simplestOf(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const ways = issue.errors
    .map((errors) =>
      errors
        .flatMap((inner) => simplestOf(inner))
        .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue),
    )
    .map((errors) => ({ errors, distance: distanceOf(errors, issue.path.length) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest, second] = ways;
  // Of nothing but wrong types none is nearer than another.
  if (!nearest || (nearest.distance >= WRONG_TYPE && (second?.distance ?? 0) >= WRONG_TYPE))
    return [{ ...issue, message: 'unionOf' }];
  return nearest.errors;
}

const WRONG_TYPE = 1000;

function distanceOf(errors: readonly z.core.$ZodIssue[], depth: number): number {
  let distance = errors.length;
  for (const { code, path } of errors) {
    if (path.length > depth) continue;
    if (code === 'unrecognized_keys') distance += 10;
    if (code === 'invalid_type' || code === 'invalid_value') distance += WRONG_TYPE;
  }
  return distance;
}
