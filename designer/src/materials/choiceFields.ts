import type { MaterialsManifest } from './packMaterials.ts';

/** A radio or select of an application form, with its answers. */
export interface ChoiceField {
  readonly key: string;
  readonly label: string;
  readonly english: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly english: string }[];
}

/** What guided questions can fill: the radios and selects of the application forms, each once. */
export function choiceFields(
  { operations = [] }: MaterialsManifest,
  files: ReadonlyMap<string, string>,
): ChoiceField[] {
  const found = new Map<string, ChoiceField>();
  for (const { intakeForm = '' } of operations) {
    try {
      look(JSON.parse(files.get(intakeForm) ?? '{}'), found);
    } catch {
      // The check tells about the form.
    }
  }
  return [...found.values()];
}

type Plain = Readonly<Record<string, unknown>>;

function look(value: unknown, found: Map<string, ChoiceField>): void {
  if (Array.isArray(value)) for (const entry of value) look(entry, found);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const component = value as Plain;
  const { key, type } = component;
  if (typeof key === 'string' && (type === 'radio' || type === 'select') && !found.has(key)) {
    const listed =
      type === 'radio' ? component['values'] : (component['data'] as Plain | undefined)?.['values'];
    const english = translations(component);
    const options = (Array.isArray(listed) ? (listed as Plain[]) : []).flatMap(({ value: own, label }) =>
      typeof own === 'string' && own !== ''
        ? [{ value: own, label: String(label ?? own), english: english.get(own) ?? String(label ?? own) }]
        : [],
    );
    const label = String(component['label'] ?? key);
    const properties = component['properties'] as Plain | undefined;
    found.set(key, { key, label, english: String(properties?.['en'] ?? label), options });
  }
  for (const part of ['components', 'columns', 'rows']) look(component[part], found);
}

/** English of the options: `properties.en.<value>` of the product's forms. */
function translations(component: Plain): ReadonlyMap<string, string> {
  const properties = (component['properties'] ?? {}) as Plain;
  return new Map(
    Object.entries(properties).flatMap(([name, text]) =>
      name.startsWith('en.') && typeof text === 'string' ? [[name.slice(3), text] as const] : [],
    ),
  );
}
