/** A field of a Form.io form; `path` is its JSON pointer inside the submitted data. */
export interface FormField {
  readonly key: string;
  readonly type: string;
  readonly label: string;
  readonly english: string;
  readonly path: string;
  /** Whether it carries data, which panels and other layout do not. */
  readonly input: boolean;
  readonly component: Readonly<Record<string, unknown>>;
}

export interface PackForm {
  readonly path: string;
  readonly definition: unknown;
  readonly fields: readonly FormField[];
}

/** Components whose children are data below their own key. */
const nesting = new Set(['container', 'datagrid', 'editgrid', 'datamap']);

/** Throws Error when the text is no JSON object with components. */
export function readForm(path: string, text: string): PackForm {
  const definition: unknown = JSON.parse(text);
  if (!isRecord(definition) || !Array.isArray(definition.components)) throw new Error('components');
  const fields: FormField[] = [];
  collect(definition.components, '', fields);
  return { path, definition, fields };
}

/** Whether a field asks for a day, `YYYY-MM-DD`. */
export function isDay({ type, component }: FormField): boolean {
  const { properties } = component;
  const format = isRecord(properties) ? properties.format : undefined;
  return type === 'date' || (type === 'textfield' && format === 'date');
}

function collect(components: readonly unknown[], prefix: string, fields: FormField[]): void {
  for (const component of components) {
    if (!isRecord(component)) continue;
    const key = stringOf(component.key);
    const type = stringOf(component.type);
    const path = `${prefix}/${key}`;
    const english = isRecord(component.properties) ? stringOf(component.properties.en) : '';
    const label = stringOf(component.label) || stringOf(component.title);
    fields.push({ key, type, label, english, path, input: component.input !== false, component });
    const inner = nesting.has(type) ? path : prefix;
    for (const children of childrenOf(component)) collect(children, inner, fields);
  }
}

function childrenOf(component: Readonly<Record<string, unknown>>): (readonly unknown[])[] {
  const children: (readonly unknown[])[] = [];
  if (Array.isArray(component.components)) children.push(component.components);
  if (Array.isArray(component.columns)) {
    for (const column of component.columns)
      if (isRecord(column) && Array.isArray(column.components)) children.push(column.components);
  }
  if (Array.isArray(component.rows)) {
    for (const cell of component.rows.flat())
      if (isRecord(cell) && Array.isArray(cell.components)) children.push(cell.components);
  }
  return children;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
