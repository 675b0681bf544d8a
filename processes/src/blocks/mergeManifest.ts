import { type Document, isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from 'yaml';

/**
 * `pack.yaml` with parts added: entries of `steps` and of lists are appended, any other part (also inside `limits`) is
 * set only where the pack has none. Comments, order and style of what is there stay. Throws Error when it is no YAML.
 */
export function mergeManifest(text: string, parts: Readonly<Record<string, unknown>>): string {
  if (Object.keys(parts).length === 0) return text;
  const document = parseDocument(text, { keepSourceTokens: true });
  const [problem] = document.errors;
  if (problem) throw new Error(problem.message);
  for (const [part, value] of Object.entries(parts)) {
    if (Array.isArray(value)) append(document, part, value);
    else if (part === 'steps' || part === 'limits') fillIn(document, part, value as Record<string, unknown>);
    else if (!document.has(part)) document.set(part, flowInside(document, value));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function append(document: Document, part: string, entries: readonly unknown[]): void {
  const list = document.get(part);
  if (!isSeq(list) || list.items.length === 0) {
    document.set(part, document.createNode(entries));
    for (const item of (document.get(part) as YAMLSeq).items) if (isMap(item)) shorten(item);
    return;
  }
  for (const entry of entries) {
    const node = flowInside(document, entry);
    list.add(node);
  }
}

function fillIn(document: Document, part: string, entries: Readonly<Record<string, unknown>>): void {
  if (!isMap(document.get(part))) document.set(part, new YAMLMap());
  for (const [key, entry] of Object.entries(entries))
    if (!document.hasIn([part, key])) document.setIn([part, key], flowInside(document, entry));
}

/** A node whose small inner maps stand in one line, as packs are written. */
function flowInside(document: Document, value: unknown) {
  const node = document.createNode(value);
  if (isMap(node)) shorten(node);
  return node;
}

function shorten(node: YAMLMap): void {
  for (const { value } of node.items) {
    if (isMap(value)) {
      if (JSON.stringify(value.toJSON()).length < 100) value.flow = true;
      else shorten(value);
    } else if (isSeq(value)) for (const item of value.items) if (isMap(item)) item.flow = true;
  }
}
