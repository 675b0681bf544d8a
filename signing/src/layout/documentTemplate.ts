import { z } from 'zod';

const when = z
  .string()
  .regex(/^[A-Za-z_][\w]*(\.[\w]+)*$/)
  .optional();
const text = z.string().min(1).max(2000);

const blockSchema = z.discriminatedUnion('type', [
  /** Body text, first line indented by two characters. */
  z.strictObject({ type: z.literal('paragraph'), text, when }),
  z.strictObject({ type: z.literal('heading'), text, when }),
  /** Bordered rows of label and value. */
  z.strictObject({
    type: z.literal('fields'),
    rows: z.array(z.strictObject({ label: text, value: z.string().max(2000), when })).min(1),
    when,
  }),
  /** One row for each entry of the list at `from`; cells see the entry's own fields and `index` (from 1). */
  z.strictObject({
    type: z.literal('table'),
    from: z.string(),
    columns: z
      .array(
        z.strictObject({
          title: text,
          value: text,
          /** Share of the width. */
          width: z.number().positive(),
          align: z.enum(['left', 'centre']).default('left'),
        }),
      )
      .min(1),
    empty: text.optional(),
    /** Printed above it, kept with its first lines. */
    caption: text.optional(),
    /** Smaller type and closer lines, for tables of many columns. */
    dense: z.boolean().optional(),
    when,
  }),
  /** A picture (PNG or JPEG in base64) at `from` beside its label, such as a signature given on the screen. */
  z.strictObject({ type: z.literal('picture'), label: text, from: z.string(), when }),
  /** One paragraph for each entry of the list at `from`. */
  z.strictObject({ type: z.literal('list'), from: z.string(), text, when }),
]);

/** A statutory document on A4. Plain data: `{{path}}` is filled in, `{{path?}}` may be absent, nothing is evaluated. */
export const documentTemplateSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: text,
  /** Line under the title rule: who it is addressed to; empty for none. */
  addressee: z.string().max(200).optional(),
  blocks: z.array(blockSchema).min(1),
  /** Small print above the foot of the last page. */
  note: text.optional(),
});

export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;
export type DocumentBlock = DocumentTemplate['blocks'][number];

export interface DocumentData {
  /** 文书编号. */
  readonly number: string;
  /** The body that decides and whose seal it carries. */
  readonly body: { readonly name: string; readonly uscc: string };
  /** Day of issue, `YYYY-MM-DD`. */
  readonly issuedDay: string;
  /** Written as creation date of the file. */
  readonly at: Date;
  readonly qr: { readonly text: string; readonly caption: string };
  /** What the template's placeholders name, besides `number`, `body.name`, `body.uscc` and `issuedDay`. */
  readonly values: Readonly<Record<string, unknown>>;
}
