import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

type Path = readonly (string | number)[];

/**
 * A function that gives the line (from 1) of a path in a YAML text; where the path leaves the text, as inside a block
 * that is only referred to, the line of the last part that stands in it.
 */
export function lineFinder(text: string): (path: Path) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        if (pair === undefined) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(part)];
        if (item === undefined) break;
        offset = startOf(item) ?? offset;
        node = item;
      } else break;
    }
    return lines.linePos(offset).line;
  };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
