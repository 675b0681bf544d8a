import { z } from 'zod';
import { changeKinds, diffAreas } from './areas.ts';

/** Words in both languages; the same twice where it is a name, a number or a text of the pack itself. */
const wordsSchema = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

/** What stood there: the value itself as JSON, and in plain words. */
const valueSchema = z.strictObject({ value: z.unknown(), words: wordsSchema });

/** One difference between two versions of a pack. */
export const changeSchema = z.strictObject({
  area: z.enum(diffAreas),
  /** `moved`: the same thing at another place of a drawing, form or list. */
  kind: z.enum(changeKinds),
  where: z.strictObject({
    file: z.string(),
    /** Id of the BPMN or DMN element, key of the form field, or path in the file; empty for the file itself. */
    element: z.string(),
    name: wordsSchema,
  }),
  /** Which property of the element; `key` is empty when the element itself came or went. */
  property: z.strictObject({ key: z.string(), label: wordsSchema }),
  before: valueSchema.nullable(),
  after: valueSchema.nullable(),
  /** Whether it changes what happens to a case; otherwise it is layout, wording or a name. */
  matters: z.boolean(),
});

/** The comparison of two versions: data that can be stored, sent and drawn. */
export const packDiffSchema = z.strictObject({
  changes: z.array(changeSchema),
  /** Files whose text differs while they say the same: white space, comments, order of keys. */
  formattingOnly: z.array(z.string()),
  counts: z.strictObject({ total: z.int(), matters: z.int() }),
});

export type Words = z.infer<typeof wordsSchema>;
export type DiffValue = z.infer<typeof valueSchema>;
export type Change = z.infer<typeof changeSchema>;
export type PackDiff = z.infer<typeof packDiffSchema>;
export type DiffArea = (typeof diffAreas)[number];
export type ChangeKind = (typeof changeKinds)[number];
