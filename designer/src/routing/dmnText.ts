import { childElements, scanXml, splitKey, type XmlElement, XmlRefused } from '@onewindow/processes/foreign';

/** A decision table of a file with the places of its parts, so that an edit touches nothing else of the text. */
export interface DecisionText {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly hitPolicy: string;
  readonly inputs: readonly {
    readonly expression: string;
    readonly label: string;
    readonly type: string;
    readonly allowed: string;
  }[];
  readonly outputs: readonly { readonly name: string; readonly label: string; readonly type: string }[];
  readonly rules: readonly RuleText[];
}

export interface RuleText {
  readonly id: string;
  readonly description: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

const DMN = /^https?:\/\/www\.omg\.org\/spec\/DMN\//;

/** The decision tables of a DMN text, in its order; null when it is no XML that can be read. Decisions that are no tables are left out. */
export function readDecisions(file: string, text: string): DecisionText[] | null {
  const root = scan(text);
  if (root === null) return null;
  return all(root, 'decision').flatMap((decision) => {
    const [table] = all(decision, 'decisionTable');
    return table === undefined ? [] : [readTable(file, text, decision, table)];
  });
}

function readTable(file: string, text: string, decision: XmlElement, table: XmlElement): DecisionText {
  return {
    file,
    id: attribute(decision, 'id'),
    name: attribute(decision, 'name') || attribute(decision, 'id'),
    hitPolicy: attribute(table, 'hitPolicy') || 'UNIQUE',
    inputs: all(table, 'input').map((input) => {
      const [expression] = all(input, 'inputExpression');
      const [values] = all(input, 'inputValues');
      return {
        expression: textOf(text, expression),
        label: attribute(input, 'label') || textOf(text, expression),
        type: expression === undefined ? 'string' : attribute(expression, 'typeRef') || 'string',
        allowed: textOf(text, values),
      };
    }),
    outputs: all(table, 'output').map((output) => ({
      name: attribute(output, 'name'),
      label: attribute(output, 'label') || attribute(output, 'name'),
      type: attribute(output, 'typeRef') || 'string',
    })),
    rules: all(table, 'rule').map((rule) => {
      const [description] = all(rule, 'description');
      return {
        id: attribute(rule, 'id'),
        description: description === undefined ? '' : contentOf(text, description),
        inputs: all(rule, 'inputEntry').map((entry) => textOf(text, entry)),
        outputs: all(rule, 'outputEntry').map((entry) => textOf(text, entry)),
      };
    }),
  };
}

function typeRef(type: string): string {
  return type === '' ? '' : ` typeRef="${type}"`;
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The table of a decision in a text, with its elements. Throws Error when it is not there. */
export function open(text: string, id: string) {
  const root = scan(text);
  const decision =
    root === null ? undefined : all(root, 'decision').find((one) => attribute(one, 'id') === id);
  const [table] = decision === undefined ? [] : all(decision, 'decisionTable');
  if (root === null || decision === undefined || table === undefined)
    throw new Error(`no decision table ${id}`);
  const colon = table.name.indexOf(':');
  return { root, decision, table, prefix: colon < 0 ? '' : table.name.slice(0, colon + 1) };
}

/** Writes the text of one cell; `column` counts inputs, then outputs. */
export function setCell(text: string, id: string, row: number, column: number, value: string): string {
  const { table, prefix } = open(text, id);
  const rule = all(table, 'rule')[row];
  const cells = rule === undefined ? [] : [...all(rule, 'inputEntry'), ...all(rule, 'outputEntry')];
  const cell = cells[column];
  if (cell === undefined) throw new Error(`no cell ${row}, ${column}`);
  return apply(text, [setContent(text, cell, value, prefix)]);
}

/** Says what a row is for; an empty text takes the remark out. */
export function setDescription(text: string, id: string, row: number, value: string): string {
  const { table, prefix } = open(text, id);
  const rule = all(table, 'rule')[row];
  if (rule === undefined) throw new Error(`no row ${row}`);
  const [description] = all(rule, 'description');
  if (description !== undefined) {
    if (value === '')
      return apply(text, [{ start: spaceBefore(text, description.start), end: description.end, text: '' }]);
    return apply(text, [
      { start: description.openEnd, end: description.closeStart, text: escapeText(value) },
    ]);
  }
  if (value === '') return text;
  const [first] = childElements(rule);
  const at = first === undefined ? rule.openEnd : spaceBefore(text, first.start);
  const indent = first === undefined ? '' : text.slice(at, first.start);
  return apply(text, [
    {
      start: at,
      end: at,
      text: `${indent}<${prefix}description>${escapeText(value)}</${prefix}description>`,
    },
  ]);
}

/** Puts a row before the one at `at`; cells are texts of FEEL. */
export function insertRule(text: string, id: string, at: number, rule: Omit<RuleText, 'id'>): string {
  const { table, root, prefix } = open(text, id);
  const rules = all(table, 'rule');
  const key = freeId(root, `${id}-rule`);
  const before = rules[at];
  const last = rules.at(-1) ?? childElements(table).at(-1);
  const model = before ?? last;
  const indent = model === undefined ? '\n      ' : text.slice(spaceBefore(text, model.start), model.start);
  const step = indent.includes('\n') ? '  ' : '';
  const entry = (kind: string, name: string, value: string) =>
    `${indent}${step}<${prefix}${kind} id="${name}">${indent}${step}${step}<${prefix}text>${escapeText(value)}</${prefix}text>${indent}${step}</${prefix}${kind}>`;
  const remark =
    rule.description === ''
      ? ''
      : `${indent}${step}<${prefix}description>${escapeText(rule.description)}</${prefix}description>`;
  const inputs = rule.inputs.map((value, index) => entry('inputEntry', `${key}-in${index + 1}`, value));
  const outputs = rule.outputs.map((value, index) =>
    entry('outputEntry', rule.outputs.length === 1 ? `${key}-out` : `${key}-out${index + 1}`, value),
  );
  const written = `${indent}<${prefix}rule id="${key}">${remark}${inputs.join('')}${outputs.join('')}${indent}</${prefix}rule>`;
  const place = before !== undefined ? spaceBefore(text, before.start) : (last?.end ?? table.openEnd);
  return apply(text, [{ start: place, end: place, text: written }]);
}

/** Takes a row out. */
export function removeRule(text: string, id: string, row: number): string {
  const { table } = open(text, id);
  const rule = all(table, 'rule')[row];
  if (rule === undefined) throw new Error(`no row ${row}`);
  return apply(text, [{ start: spaceBefore(text, rule.start), end: rule.end, text: '' }]);
}

/** Lets two neighbours change places. */
export function swapRules(text: string, id: string, row: number): string {
  const { table } = open(text, id);
  const rules = all(table, 'rule');
  const [first, second] = [rules[row], rules[row + 1]];
  if (first === undefined || second === undefined) throw new Error(`no rows ${row}`);
  return apply(text, [
    { start: first.start, end: first.end, text: text.slice(second.start, second.end) },
    { start: second.start, end: second.end, text: text.slice(first.start, first.end) },
  ]);
}

/** Sets how rows that match together are dealt with. */
export function setHitPolicy(text: string, id: string, policy: string): string {
  const { table } = open(text, id);
  return apply(text, [setAttribute(table, 'hitPolicy', policy)]);
}

/** Names a decision. */
export function setDecisionName(text: string, id: string, name: string): string {
  const { decision } = open(text, id);
  return apply(text, [setAttribute(decision, 'name', name)]);
}

/** Adds a column that asks about a variable; the rows that are there accept every value of it. */
export function addInput(
  text: string,
  id: string,
  input: { readonly expression: string; readonly label: string; readonly type: string },
): string {
  const { root, table, prefix } = open(text, id);
  const inputs = all(table, 'input');
  const [output] = all(table, 'output');
  const key = freeId(root, `${id}-in`);
  const model = inputs.at(-1) ?? output;
  const indent = model === undefined ? '\n      ' : text.slice(spaceBefore(text, model.start), model.start);
  const step = indent.includes('\n') ? '  ' : '';
  const written =
    `${indent}<${prefix}input id="${key}" label="${escapeAttribute(input.label)}">` +
    `${indent}${step}<${prefix}inputExpression id="${key}-expression"${typeRef(input.type)}>` +
    `${indent}${step}${step}<${prefix}text>${escapeText(input.expression)}</${prefix}text>` +
    `${indent}${step}</${prefix}inputExpression>${indent}</${prefix}input>`;
  const place =
    inputs.at(-1)?.end ?? (output === undefined ? table.openEnd : spaceBefore(text, output.start));
  const edits: Edit[] = [{ start: place, end: place, text: written }];
  for (const rule of all(table, 'rule')) {
    const entries = all(rule, 'inputEntry');
    const [result] = all(rule, 'outputEntry');
    const own = entries.at(-1) ?? result;
    const inner = own === undefined ? indent + step : text.slice(spaceBefore(text, own.start), own.start);
    const at = entries.at(-1)?.end ?? (result === undefined ? rule.openEnd : spaceBefore(text, result.start));
    edits.push({
      start: at,
      end: at,
      text: `${inner}<${prefix}inputEntry id="${freeId(root, `${attribute(rule, 'id')}-in`)}">${inner}${step}<${prefix}text>-</${prefix}text>${inner}</${prefix}inputEntry>`,
    });
  }
  return apply(text, edits);
}

/** Lets a column that compares days as texts compare them as days: in its expression and in all its cells. */
export function orderDays(text: string, id: string, column: number): string {
  const { table, prefix } = open(text, id);
  const input = all(table, 'input')[column];
  const [expression] = input === undefined ? [] : all(input, 'inputExpression');
  if (expression === undefined) throw new Error(`no column ${column}`);
  const type = expression.attributes.find(({ name }) => name === 'typeRef');
  const cells = all(table, 'rule').flatMap((rule) => all(rule, 'inputEntry')[column] ?? []);
  const asDay = (cell: string) => cell.replaceAll(/"(\d{4}-\d{2}-\d{2})"/g, 'date("$1")');
  return apply(text, [
    ...(type === undefined ? [] : [{ start: type.start, end: type.valueEnd + 1, text: '' }]),
    setContent(text, expression, `date(${textOf(text, expression)})`, prefix),
    ...cells.map((cell) => setContent(text, cell, asDay(textOf(text, cell)), prefix)),
  ]);
}

/** Takes a column of the inputs out, with its cells. */
export function removeInput(text: string, id: string, column: number): string {
  const { table } = open(text, id);
  const gone = [
    all(table, 'input')[column],
    ...all(table, 'rule').map((rule) => all(rule, 'inputEntry')[column]),
  ].filter((element) => element !== undefined);
  return apply(
    text,
    gone.map((element) => ({ start: spaceBefore(text, element.start), end: element.end, text: '' })),
  );
}

/** A new table of one input and one row for everything else. */
export interface NewDecision {
  readonly id: string;
  readonly name: string;
  readonly input: { readonly expression: string; readonly label: string; readonly type: string };
  readonly output: {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly value: string;
  };
}

/** Adds a decision to a DMN text, or begins one where there is none. */
export function addDecision(text: string | undefined, decision: NewDecision): string {
  const { id, input, output } = decision;
  const lines = (prefix: string) => [
    `<${prefix}decision id="${id}" name="${escapeAttribute(decision.name)}" camunda:historyTimeToLive="P180D">`,
    `  <${prefix}decisionTable id="${id}-table" hitPolicy="FIRST">`,
    `    <${prefix}input id="${id}-in1" label="${escapeAttribute(input.label)}">`,
    `      <${prefix}inputExpression id="${id}-in1-expression"${typeRef(input.type)}>`,
    `        <${prefix}text>${escapeText(input.expression)}</${prefix}text>`,
    `      </${prefix}inputExpression>`,
    `    </${prefix}input>`,
    `    <${prefix}output id="${id}-out" label="${escapeAttribute(output.label)}" name="${output.name}" typeRef="${output.type}" />`,
    `    <${prefix}rule id="${id}-rule1">`,
    `      <${prefix}inputEntry id="${id}-rule1-in1">`,
    `        <${prefix}text>-</${prefix}text>`,
    `      </${prefix}inputEntry>`,
    `      <${prefix}outputEntry id="${id}-rule1-out">`,
    `        <${prefix}text>${escapeText(output.value)}</${prefix}text>`,
    `      </${prefix}outputEntry>`,
    `    </${prefix}rule>`,
    `  </${prefix}decisionTable>`,
    `</${prefix}decision>`,
  ];
  if (text === undefined) {
    const head = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="routing" name="routing" namespace="urn:onewindow:processes">`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${lines('')
      .map((line) => `  ${line}\n`)
      .join('')}</definitions>\n`;
  }
  const root = scan(text);
  if (root === null) throw new Error('the DMN file cannot be read');
  const colon = root.name.indexOf(':');
  const prefix = colon < 0 ? '' : root.name.slice(0, colon + 1);
  const last = all(root, 'decision').at(-1);
  const place = last?.end ?? root.openEnd;
  const camunda = [...root.scope].find(
    ([, namespace]) => namespace === 'http://camunda.org/schema/1.0/dmn',
  )?.[0];
  const written = lines(prefix)
    .map((line) => `\n  ${line}`)
    .join('');
  const declared =
    camunda === undefined
      ? written.replace(
          'camunda:historyTimeToLive',
          'xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive',
        )
      : written.replace('camunda:historyTimeToLive', `${camunda}:historyTimeToLive`);
  return apply(text, [{ start: place, end: place, text: declared }]);
}

function scan(text: string): XmlElement | null {
  try {
    return scanXml(text).root;
  } catch (error) {
    if (error instanceof XmlRefused) return null;
    throw error;
  }
}

/** Children of a DMN name, whatever the version of DMN and the prefix. */
export function all(element: XmlElement, local: string): XmlElement[] {
  return childElements(element).filter((child) => {
    const { namespace, local: name } = splitKey(child.key);
    return name === local && DMN.test(namespace);
  });
}

export function attribute(element: XmlElement, name: string): string {
  return element.attributes.find((one) => one.name === name)?.value ?? '';
}

/** Content of `<text>` within an element. */
function textOf(text: string, element: XmlElement | undefined): string {
  const inner = element === undefined ? undefined : all(element, 'text')[0];
  return inner === undefined ? '' : contentOf(text, inner).trim();
}

function contentOf(text: string, element: XmlElement): string {
  return element.pieces
    .map((piece) => {
      const raw = text.slice(piece.start, piece.end);
      if (piece.kind === 'cdata') return raw.slice('<![CDATA['.length, -']]>'.length);
      return piece.kind === 'text' ? resolveEntities(raw) : '';
    })
    .join('');
}

function setContent(text: string, cell: XmlElement, value: string, prefix: string): Edit {
  const [inner] = all(cell, 'text');
  if (inner === undefined) {
    const written = `<${prefix}text>${escapeText(value)}</${prefix}text>`;
    return isEmptyTag(text, cell)
      ? { start: cell.start, end: cell.end, text: opened(text, cell, written) }
      : { start: cell.openEnd, end: cell.closeStart, text: written };
  }
  return isEmptyTag(text, inner)
    ? { start: inner.start, end: inner.end, text: opened(text, inner, escapeText(value)) }
    : { start: inner.openEnd, end: inner.closeStart, text: escapeText(value) };
}

function isEmptyTag(text: string, element: XmlElement): boolean {
  return text.slice(element.start, element.openEnd).endsWith('/>');
}

/** `<a/>` with content in it. */
function opened(text: string, element: XmlElement, content: string): string {
  return `${text.slice(element.start, element.openEnd).replace(/\s*\/>$/, '>')}${content}</${element.name}>`;
}

function setAttribute(element: XmlElement, name: string, value: string): Edit {
  const present = element.attributes.find((one) => one.name === name);
  if (present !== undefined)
    return { start: present.valueStart, end: present.valueEnd, text: escapeAttribute(value) };
  const at = element.start + 1 + element.name.length;
  return { start: at, end: at, text: ` ${name}="${escapeAttribute(value)}"` };
}

/** Where the white space before a place begins. */
export function spaceBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

export function freeId(root: XmlElement, base: string): string {
  const used = new Set<string>();
  const visit = (element: XmlElement): void => {
    if (element.id !== undefined) used.add(element.id);
    for (const child of childElements(element)) visit(child);
  };
  visit(root);
  let count = 1;
  while (used.has(`${base}${count}`)) count += 1;
  return `${base}${count}`;
}

export function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}

function escapeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

function resolveEntities(value: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return value.replaceAll(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-fA-F]+));/g, (_, name, decimal, hex) =>
    name !== undefined
      ? (named[String(name)] ?? '')
      : String.fromCodePoint(decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16)),
  );
}
