import { Document } from 'yaml';

/** Keys whose maps are written in one line, as people write them by hand. */
const flat = new Set(['name', 'area', 'refused']);

/**
 * The text of `scenarios/<name>.yaml`. Only what is given is written, in this order; short maps and lists stand in one
 * line.
 */
export function writeScenario(scenario: Readonly<Record<string, unknown>>): string {
  const document = new Document(withoutNothing(scenario));
  document.commentBefore = ' yaml-language-server: $schema=../../scenario.schema.json';
  const root = document.contents as { items?: { key: unknown; value: unknown }[] } | null;
  for (const { key, value } of root?.items ?? [])
    if (flat.has(String(key)) && typeof value === 'object' && value !== null && 'flow' in value)
      (value as { flow: boolean }).flow = true;
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

/** Leaves out what is undefined, and maps with nothing in them but `form`, which says that nothing is filled in. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      entry === undefined ? [] : [[key, withoutNothing(entry)]],
    ),
  );
}
