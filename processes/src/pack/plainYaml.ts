/** Letters, digits, Chinese and what stands between them: nothing that YAML reads as anything but itself. */
const WORDS =
  /^[A-Za-z_\u3001-\u303f\u4e00-\u9fff\uff01-\uff60][\w\u3001-\u303f\u4e00-\u9fff\uff01-\uff60 ./·“”—-]*$/;
/** Amounts with a unit: `3 workday`. */
const AMOUNT = /^\d{1,9} [a-z]+$/;
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;
/** Texts that YAML takes for something else. */
const others = new Map<string, boolean | null>([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);
const KEY = /^([A-Za-z_][\w.-]*):(?: +(.*))?$/;
const ITEM = /^- +(.*)$/;
const FLOW = /^\{(.*)\}$/;

/** Thrown where a text is more than is read here. */
const doubt = Symbol('doubt');

interface Line {
  readonly depth: number;
  readonly text: string;
}

/**
 * The value of a YAML text that holds only maps of plainly written keys, lists of words or small maps, words and numbers:
 * most of a pack.yaml, some fifty times as fast as by the library. Undefined where there is anything else, a comment or a quote
 * say: then the library must read it.
 */
export function readPlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  if (/[#"'\t\r\\&*!|>%@`?[\]]/.test(text)) return undefined;
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const depth = line.search(/\S/);
    if (depth >= 0) lines.push({ depth, text: line.slice(depth).trimEnd() });
  }
  const [first] = lines;
  if (first === undefined) return undefined;
  try {
    const at = { line: 0 };
    const value = readMap(lines, at, first.depth);
    return at.line === lines.length ? value : undefined;
  } catch (thrown) {
    if (thrown === doubt) return undefined;
    throw thrown;
  }
}

function readMap(lines: readonly Line[], at: { line: number }, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (let line = lines[at.line]; line !== undefined && line.depth === depth; line = lines[at.line]) {
    const [, key = '', rest = ''] = KEY.exec(line.text) ?? [];
    if (key === '' || key === '__proto__' || others.has(key) || Object.hasOwn(map, key)) throw doubt;
    at.line += 1;
    const next = lines[at.line];
    const deeper = next !== undefined && next.depth > depth;
    if (rest !== '') {
      // A text that goes on in the next line.
      if (deeper) throw doubt;
      map[key] = readValue(rest);
    } else if (!deeper) {
      // Nothing, or a list that is not indented.
      throw doubt;
    } else
      map[key] = next.text.startsWith('-') ? readList(lines, at, next.depth) : readMap(lines, at, next.depth);
  }
  if ((lines[at.line]?.depth ?? -1) > depth) throw doubt;
  return map;
}

function readList(lines: readonly Line[], at: { line: number }, depth: number): unknown[] {
  const list: unknown[] = [];
  for (let line = lines[at.line]; line !== undefined && line.depth === depth; line = lines[at.line]) {
    const [, item = ''] = ITEM.exec(line.text) ?? [];
    if (item === '') throw doubt;
    list.push(readValue(item));
    at.line += 1;
  }
  if ((lines[at.line]?.depth ?? -1) > depth) throw doubt;
  return list;
}

function readValue(text: string): unknown {
  const inner = FLOW.exec(text)?.[1];
  if (inner === undefined) return readWord(text);
  const end = { at: 0 };
  const value = readFlow(text, end);
  if (end.at !== text.length) throw doubt;
  return value;
}

/** `{a: b, c: {d: e}}`, from its brace on. */
function readFlow(text: string, end: { at: number }): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  end.at += 1;
  for (;;) {
    const [all = '', key = ''] = /^ *([A-Za-z_][\w.-]*): +/.exec(text.slice(end.at)) ?? [];
    if (key === '' || key === '__proto__' || others.has(key) || Object.hasOwn(map, key)) throw doubt;
    end.at += all.length;
    if (text.charAt(end.at) === '{') map[key] = readFlow(text, end);
    else {
      const [word = ''] = /^[^,{}]*/.exec(text.slice(end.at)) ?? [];
      map[key] = readWord(word.trimEnd());
      end.at += word.length;
    }
    const mark = /^ *([,}])/.exec(text.slice(end.at));
    if (mark === null) throw doubt;
    end.at += mark[0].length;
    if (mark[1] === '}') return map;
  }
}

function readWord(text: string): unknown {
  const other = others.get(text);
  if (other !== undefined) return other;
  if (NUMBER.test(text)) return Number(text);
  if (WORDS.test(text) || AMOUNT.test(text)) return text;
  throw doubt;
}
