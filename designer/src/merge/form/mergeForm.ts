import { joinWords, propertyOf, same, type Words, word } from '@onewindow/processes/diff';
import type { Choice, FileMerge } from '../parts/FileMerge.ts';
import { mergeParts } from '../parts/mergeParts.ts';
import { type Aspect, keyOfHolder, type Part, type Parts, type PartsWork, sameSaid } from '../parts/Parts.ts';
import { namesOf, readFormParts, writeFormParts } from './FormTree.ts';
import { writeJson } from './writeJson.ts';

/**
 * Brings two works on a form together, field by field. Null where fields cannot be told apart. Throws Error for what is no
 * form.
 */
export function mergeForm(base: string, mine: string, theirs: string): FileMerge | null {
  const [before, own, other] = [base, mine, theirs].map(readFormParts);
  if (!before || !own || !other) return null;
  const work: PartsWork = { base: before, mine: own, theirs: other };
  const run = (choices: ReadonlyMap<string, Choice>) => mergeParts(work, choices);
  const first = run(new Map());
  return {
    taken: first.taken.map(({ part, aspect }) => name(work, part, aspect)),
    conflicts: first.conflicts.map(({ key, part, aspect }) => ({
      key,
      name: name(work, part, aspect),
      mine: say(work.mine, part, aspect, work.base),
      theirs: say(work.theirs, part, aspect, work.base),
    })),
    write: (choices) => writeJson(mine, writeFormParts(run(choices).parts)),
  };
}

/** “字段“经营面积” › 必填”. */
function name(work: PartsWork, key: string, aspect: Aspect | { readonly kind: 'new' | 'gone' }): Words {
  const part = work.theirs.get(key) ?? work.mine.get(key) ?? work.base.get(key);
  const field = key === '' ? word('form') : word('named', { type: word('field'), name: labelOf(part) });
  return joinWords([field, aspectWords(aspect, part)], same(' › '));
}

function aspectWords(aspect: Aspect | { readonly kind: 'new' | 'gone' }, part: Part | undefined): Words {
  if (aspect.kind === 'order') return word('fieldOrder');
  if (aspect.kind === 'place') return word('fieldPlace');
  if (aspect.kind === 'new' || aspect.kind === 'both') return word('elementNew');
  if (aspect.kind === 'gone') return word('elementGone');
  if (aspect.kind !== 'property') return same('');
  const names = namesOf(aspect.name);
  const { label } = propertyOf(
    'form',
    names.map((key) => ({ key, node: part?.says[aspect.name] })),
  );
  return label['zh-CN'] === '' ? same(names.join('.')) : label;
}

function labelOf(part: Part | undefined): Words {
  const text = (name: string) => (typeof part?.says[name] === 'string' ? String(part.says[name]) : '');
  const label = text('label') || text('title') || (part?.key.split('/').at(-1) ?? '');
  return { 'zh-CN': label, en: text('properties\nen') || label };
}

function say(parts: Parts, key: string, aspect: Aspect, base: Parts): Words | null {
  const part = parts.get(key);
  if (part === undefined) return null;
  if (aspect.kind === 'property') {
    const value = part.says[aspect.name];
    return value === undefined
      ? null
      : same(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  }
  if (aspect.kind === 'order')
    return joinWords(
      [...parts.values()].filter(({ holder }) => holder === aspect.at).map(labelOf),
      word('list'),
    );
  if (aspect.kind === 'place') {
    const around = keyOfHolder(part.holder);
    return around === '' ? word('top') : labelOf(parts.get(around));
  }
  const was = base.get(key);
  if (was !== undefined && sameSaid(was.says, part.says)) return word('elementUnchanged');
  return word('elementKept', { what: labelOf(part) });
}
