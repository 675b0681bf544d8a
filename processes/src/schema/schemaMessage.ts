import messages from './schema-messages.json' with { type: 'json' };

export type SchemaRule = keyof typeof messages;

/** A rule of the schema by name: what a zod check is given as its message; `readYaml` writes it out. */
export function rule(code: SchemaRule): SchemaRule {
  return code;
}

/** The sentences of a rule with `{name}` filled in; null when the message names no rule. */
export function sentencesOf(
  message: string,
  params: Readonly<Record<string, unknown>> = {},
): { readonly zh: string; readonly en: string } | null {
  if (!Object.hasOwn(messages, message)) return null;
  const { zh, en } = messages[message as SchemaRule];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : whole,
    );
  return { zh: fill(zh), en: fill(en) };
}
