import { limitSchema } from '@onewindow/clocks';
import { z } from 'zod';
import { ExpressionError, parseExpression } from '../expression/parseExpression.ts';
import { commonType } from './commonTypes.ts';
import { rule } from './schemaMessage.ts';

/** A text in both languages of the product; Chinese is what the law knows, English is complete. */
export const textSchema = z
  .strictObject({ 'zh-CN': z.string().trim().min(1), en: z.string().trim().min(1) })
  .meta(commonType('text'));

export type Text = z.infer<typeof textSchema>;

/** Lower-case slug with hyphens; also the id of the BPMN process and the folder name. */
export const packCodeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, rule('packCodeFormat'))
  .max(64)
  .meta(commonType('packCode'));

/** What may stand for a step, as a part of a pattern. */
export const STEP_KEY = '(?:[A-Za-z]|_(?!_))[A-Za-z0-9_-]*';

/** lowerCamel ASCII name, usable as BPMN id, process variable and JSON key. */
export const keySchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, rule('keyFormat'))
  .max(64)
  .meta(commonType('key'));

/**
 * Id of a user task as the model has it: our own are lower-case names, other tools make `Activity_0k2xv1f` or `sid-8F2D01`. Never
 * two underscores at the beginning, as names of objects have them.
 */
export const stepKeySchema = z
  .string()
  .regex(new RegExp(`^${STEP_KEY}$`), rule('stepKeyFormat'))
  .max(64)
  .meta(commonType('step'));

/** Id of a department of departments.json. */
export const departmentIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*$/, rule('departmentFormat'))
  .max(32)
  .meta(commonType('department'));

/** JSON pointer (RFC 6901) with at least one part. */
export const pointerSchema = z
  .string()
  .regex(/^(\/[A-Za-z0-9_-]+)+$/, rule('pointerFormat'))
  .meta(commonType('pointer'));

/** Path of a file inside the pack folder. */
export const packPathSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)*\.[a-z]+$/, rule('pathFormat'))
  .meta(commonType('path'));

/** A time limit of `@onewindow/clocks`, in any of its written forms. */
export const packLimitSchema = limitSchema.meta(commonType('limit'));

/** Condition over declared variables in the grammar of gateways, without `${…}`: `kind == 'key' and not siteCheck`. */
export const conditionSchema = z
  .string()
  .trim()
  .min(1)
  .superRefine((condition, context) => {
    try {
      parseExpression(condition);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const message = rule('conditionInvalid');
      context.addIssue({ code: 'custom', message, params: { condition } });
    }
  })
  .meta(commonType('condition'));

/** Refuses a list in which a key occurs twice. */
export function uniqueBy<T>(keyOf: (entry: T) => string, part = 'key') {
  return (list: readonly T[], context: z.RefinementCtx): void => {
    const keys = list.map(keyOf);
    keys.forEach((name, index) => {
      if (keys.indexOf(name) === index) return;
      context.addIssue({ code: 'custom', path: [index, part], message: rule('duplicate'), params: { name } });
    });
  };
}
