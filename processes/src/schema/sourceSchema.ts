import { z } from 'zod';
import { commonType } from './commonTypes.ts';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { keySchema, STEP_KEY } from './text.ts';

const SOURCE = new RegExp(
  `^(applicant|agent|area|case|intake|license|external|step\\.${STEP_KEY}):((?:\\/[A-Za-z0-9_-]+)+)$`,
);

/**
 * Where a value of the case comes from: `intake:/operatorName` (form of the application), `step.decide:/reason`
 * (latest submission of a step), `applicant:/name`, `agent:/name`, `area:/town`, `case:/caseNo`,
 * `license:/fields/scope` (the license that the operation is about), or `external:/number` (what the system in which an
 * external or mirrored item is handled has told). The part after the colon is a JSON pointer.
 */
export const sourceSchema = z.string().regex(SOURCE, rule('sourceFormat')).meta(commonType('source'));

/**
 * How a value is written out: `value` as it is; `label` the Chinese label of a choice in the form it comes
 * from (several are joined by “；”); `day` as 2026年11月23日.
 */
export const boundFieldSchema = z
  .union([
    sourceSchema.transform((from) => ({ from, as: 'value' as const })),
    z.strictObject({ from: sourceSchema, as: z.enum(['value', 'label', 'day']).default('value') }),
  ])
  .meta(commonType('boundField'));

export type BoundField = z.infer<typeof boundFieldSchema>;

/** Value put into a field of a step's form before it is opened; `to` is the key of the field. */
export const prefillSchema = z.strictObject({
  to: field(keySchema, '要填入的字段标识', 'Key of the field that is filled', 'operatorName'),
  from: field(sourceSchema, '取值来源', 'Where the value comes from', 'applicant:/name'),
});

/** What is covered of a value before the public sees it. */
export const maskSchema = z.enum(['none', 'name', 'idNumber', 'phone', 'account', 'address']);

export type Source = { readonly origin: string; readonly step: string | null; readonly pointer: string };

/** Takes a source apart. Throws RangeError when it is none. */
export function parseSource(source: string): Source {
  const parts = SOURCE.exec(source);
  if (!parts?.[1] || !parts[2]) throw new RangeError(`not a source: ${source}`);
  const step = parts[1].startsWith('step.') ? parts[1].slice('step.'.length) : null;
  return { origin: step === null ? parts[1] : 'step', step, pointer: parts[2] };
}
