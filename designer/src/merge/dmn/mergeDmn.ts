import { joinWords, same, typeWords, type Words, word } from '@onewindow/processes/diff';
import { localName } from '../bpmn/BpmnNode.ts';
import type { Choice, FileMerge } from '../parts/FileMerge.ts';
import { mergeParts } from '../parts/mergeParts.ts';
import { type Aspect, type Part, type Parts, type PartsWork, sameSaid } from '../parts/Parts.ts';
import { apartFrom, CELL, type DmnTree, readDmnTree } from './DmnTree.ts';
import { writeDmnTree } from './writeDmnTree.ts';

/**
 * Brings two works on decision tables together, row by row and cell by cell. Null where rows cannot be told apart. Throws
 * XmlRefused for what is no XML.
 */
export function mergeDmn(base: string, mine: string, theirs: string): FileMerge | null {
  const [before, own, other] = [base, mine, theirs].map(readDmnTree);
  if (!before || !own || !other || !samePrefixes(own, other)) return null;
  const parts = apartFrom(before, own, other);
  const work: PartsWork = { base: before.parts, mine: own.parts, theirs: parts };
  const run = (choices: ReadonlyMap<string, Choice>) => mergeParts(work, choices);
  const first = run(new Map());
  const named = (key: string, aspect: Aspect | { readonly kind: 'new' | 'gone' }) =>
    joinWords([nameOf(work, key), aspectWords(work, aspect)], same(' › '));
  return {
    taken: first.taken.map(({ part, aspect }) => named(part, aspect)),
    conflicts: first.conflicts.map(({ key, part, aspect }) => ({
      key,
      name: named(part, aspect),
      mine: say(work.mine, part, aspect, work),
      theirs: say(work.theirs, part, aspect, work),
    })),
    write: (choices) => writeDmnTree(mine, own, other, run(choices).parts),
  };
}

/** “决策表“承办部门” › 第 2 行”. */
function nameOf(work: PartsWork, key: string): Words {
  if (key === '') return typeWords('dmn:Definitions');
  const sides = [work.theirs, work.mine, work.base];
  const parts = sides.find((side) => side.has(key)) ?? work.base;
  const part = parts.get(key);
  if (part === undefined) return same(key);
  const [, of = '', place = ''] = /^(.*) (\S+)$/.exec(part.holder) ?? [];
  if (place === 'decisions')
    return word('named', { type: typeWords('dmn:Decision'), name: String(part.says['@name'] ?? key) });
  const decision = nameOf(work, of);
  const at = [...parts.values()].filter(({ holder }) => holder === part.holder).indexOf(part);
  const own = place === 'rule' ? word('row', { row: at + 1 }) : columnOf(part, place);
  return joinWords([decision, own], same(' › '));
}

function columnOf(part: Part | undefined, place: string): Words {
  const name = String(part?.says['@label'] ?? part?.says['@name'] ?? part?.key ?? '');
  return word('named', { type: word(place === 'input' ? 'input' : 'output'), name });
}

function aspectWords(work: PartsWork, aspect: Aspect | { readonly kind: 'new' | 'gone' }): Words {
  if (aspect.kind === 'order') return word(aspect.at.endsWith(' rule') ? 'rowOrder' : 'columnOrder');
  if (aspect.kind === 'new' || aspect.kind === 'both') return word('elementNew');
  if (aspect.kind === 'gone') return word('elementGone');
  if (aspect.kind !== 'property') return same('');
  if (!aspect.name.startsWith(CELL)) return same(aspect.name.replace(/^@(table )?/, ''));
  const key = aspect.name.slice(CELL.length);
  const column = [work.mine, work.theirs, work.base].map((parts) => parts.get(key)).find((one) => one);
  return same(String(column?.says['@label'] ?? column?.says['@name'] ?? key));
}

function say(parts: Parts, key: string, aspect: Aspect, work: PartsWork): Words | null {
  const part = parts.get(key);
  if (part === undefined) return null;
  if (aspect.kind === 'property') {
    const value = part.says[aspect.name];
    return value === undefined ? null : same(plainOf(String(value)));
  }
  if (aspect.kind === 'order') {
    const base = [...work.base.values()].filter(({ holder }) => holder === aspect.at).map((one) => one.key);
    const here = [...parts.values()].filter(({ holder }) => holder === aspect.at);
    return joinWords(
      here.map((one) =>
        aspect.at.endsWith(' rule') ? same(String(base.indexOf(one.key) + 1)) : columnOf(one, 'input'),
      ),
      word('list'),
    );
  }
  const was = work.base.get(key);
  if (was !== undefined && sameSaid(was.says, part.says)) return word('elementUnchanged');
  const cells = Object.entries(part.says).filter(([name]) => name.startsWith(CELL) || name === '@name');
  return word('elementKept', {
    what: same(cells.map(([, value]) => plainOf(String(value))).join(' | ') || key),
  });
}

/** A text as written, without its tags. */
function plainOf(written: string): string {
  return written
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

function samePrefixes(one: DmnTree, other: DmnTree): boolean {
  const declared = ({ root }: DmnTree) =>
    [...root.attributes]
      .filter(([name]) => /^xmlns(:|$)/.test(name))
      .sort()
      .join();
  return declared(one) === declared(other) && localName(one.root) === localName(other.root);
}
