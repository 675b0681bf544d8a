/** A field of a form, as the designer offers it. */
export interface OfferedField {
  readonly key: string;
  /** JSON pointer in the submitted data. */
  readonly pointer: string;
  readonly label: string;
  readonly english: string;
  readonly type: string;
  /** Whether it is signed on the screen. */
  readonly signed: boolean;
}

const nesting = new Set(['container', 'datagrid', 'editgrid', 'datamap']);
const layout = new Set([
  'button',
  'content',
  'htmlelement',
  'panel',
  'columns',
  'fieldset',
  'well',
  'table',
  'tabs',
]);

/** Fields with data of a Form.io form, in order; [] for a text that is no form. */
export function readFormFields(text: string): OfferedField[] {
  const fields: OfferedField[] = [];
  try {
    const definition: unknown = JSON.parse(text);
    collect(inside(definition, 'components'), '', fields);
  } catch {
    return [];
  }
  return fields;
}

function collect(components: readonly unknown[], prefix: string, fields: OfferedField[]): void {
  for (const component of components) {
    const [key, type] = [textOf(component, 'key'), textOf(component, 'type')];
    const pointer = `${prefix}/${key}`;
    const properties = (component as { properties?: unknown } | null)?.properties;
    if (key !== '' && !layout.has(type) && (component as { input?: unknown }).input !== false)
      fields.push({
        key,
        pointer,
        label: textOf(component, 'label') || key,
        english: textOf(properties, 'en') || textOf(component, 'label') || key,
        type,
        signed: textOf(properties, 'signature') === 'true',
      });
    const inner = nesting.has(type) ? pointer : prefix;
    collect(inside(component, 'components'), inner, fields);
    for (const column of inside(component, 'columns')) collect(inside(column, 'components'), inner, fields);
    for (const row of inside(component, 'rows'))
      if (Array.isArray(row)) for (const cell of row) collect(inside(cell, 'components'), inner, fields);
  }
}

function inside(value: unknown, key: string): readonly unknown[] {
  const found = (value as Record<string, unknown> | null | undefined)?.[key];
  return Array.isArray(found) ? found : [];
}

function textOf(value: unknown, key: string): string {
  const found = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof found === 'string' ? found : '';
}
