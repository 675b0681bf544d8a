import type { z } from 'zod';

/**
 * A field with what it means, in Chinese and English (unit and source of a rule included), and an example as it is
 * written in YAML. `docs/packs.md` and the completion of editors are made of it.
 */
export function field<T extends z.ZodType>(schema: T, zh: string, en: string, example?: unknown): T {
  // Not `examples`: zod drops those of a schema that transforms; packJsonSchema renames it.
  return schema.meta({ description: `${zh}\n\n${en}`, ...(example === undefined ? {} : { example }) }) as T;
}
