import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const line = z.string().min(1).max(500);
const millimetres = z.number().min(0).max(297);

/**
 * How a license certificate looks. Plain data: `{{path}}` is filled in, `{{path?}}` may be absent, nothing is
 * evaluated. Lengths are millimetres from the upper left corner of the page.
 */
export const licenseTemplateSchema = z.strictObject({
  schemaVersion: z.literal(1),
  page: z.strictObject({
    size: z.literal('A4').default('A4'),
    orientation: z.enum(['portrait', 'landscape']),
  }),
  border: z
    .strictObject({
      style: z.enum(['guilloche', 'double', 'plain']).default('guilloche'),
      colour: colour.default('#1f6f5c'),
      accent: colour.default('#b8923a'),
    })
    .prefault({}),
  /** Pale engine-turned rosette behind the text. */
  rosette: z.boolean().default(true),
  title: line,
  titleColour: colour.default('#b01116'),
  /** Small line under the title, an English name say. */
  subtitle: line.optional(),
  /** Upper right: 许可证编号. */
  number: z.strictObject({ label: line, value: line }).optional(),
  /**
   * The table of fields, in order. `span: 2` takes the whole row of a two-column table. With `x`, `y` and `width` a
   * field stands at that place instead of in the flow.
   */
  columns: z.union([z.literal(1), z.literal(2)]).default(1),
  fields: z
    .array(
      z.strictObject({
        label: line,
        value: line,
        span: z.union([z.literal(1), z.literal(2)]).default(1),
        x: millimetres.optional(),
        y: millimetres.optional(),
        width: millimetres.optional(),
      }),
    )
    .min(1)
    .max(40),
  /**
   * Pictures such as signatures given on the screen, each in its box: `x`, `y` of the upper left corner. The label takes its room
   * inside of the box; where the license has no such picture neither is drawn.
   */
  pictures: z
    .array(
      z.strictObject({
        label: line.optional(),
        /** Key under `pictures` of the license's data. */
        picture: z.string().regex(/^[A-Za-z_]\w*$/),
        x: millimetres,
        y: millimetres,
        width: millimetres.min(10),
        height: millimetres.min(5),
      }),
    )
    .max(4)
    .optional(),
  /** A sentence under the fields, such as what is permitted. */
  statement: z.string().min(1).max(1000).optional(),
  signature: z.strictObject({
    label: line.default('发证机关'),
    body: line,
    dateLabel: line.default('发证日期'),
    date: line,
  }),
  qr: z.strictObject({ caption: line }).prefault({ caption: '扫描二维码核验证照' }),
  /** Lower edge: 证照标识. */
  identifier: z.strictObject({ label: line.default('证照标识'), value: line }),
  footer: line.optional(),
});

export type LicenseTemplate = z.infer<typeof licenseTemplateSchema>;
/** As written in a file, defaults not filled in. */
export type LicenseTemplateInput = z.input<typeof licenseTemplateSchema>;

/** Every path that the template's placeholders need, optional ones left out; for a linter. */
export function pathsOfTemplate(template: unknown): string[] {
  const text = JSON.stringify(template);
  return [...new Set([...text.matchAll(/\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/g)].map((match) => match[1] ?? ''))];
}

/** What does not fit the schema, each with its place such as `fields.0.label`; none where it fits. */
export function findTemplateFaults(template: unknown): string[] {
  const issues = licenseTemplateSchema.safeParse(template).error?.issues ?? [];
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
}
