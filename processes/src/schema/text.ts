import { z } from 'zod';

/** A text in both languages of the product; Chinese is what the law knows, English is complete. */
export const textSchema = z.strictObject({
  'zh-CN': z.string().trim().min(1),
  en: z.string().trim().min(1),
});

export type Text = z.infer<typeof textSchema>;

/** Lower-case slug with hyphens; also the id of the BPMN process and the folder name. */
export const packCodeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(64);

/** lowerCamel ASCII name, usable as BPMN id, process variable and JSON key. */
export const keySchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(64);

/** Id of a department of departments.json. */
export const departmentIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*$/)
  .max(32);

/** JSON pointer (RFC 6901) with at least one part. */
export const pointerSchema = z.string().regex(/^(\/[A-Za-z0-9_-]+)+$/);

/** Path of a file inside the pack folder. */
export const packPathSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)*\.[a-z]+$/);
