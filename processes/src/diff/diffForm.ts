import { canonicalJson } from './canonicalJson.ts';
import type { Change, Words } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import { wordsFor } from './describeValue.ts';
import { diffFormOrder, nameOfGroup } from './diffFormOrder.ts';
import { joinWords, same, word } from './diffTexts.ts';
import type { FileComparison } from './FileComparison.ts';
import { type FormPart, type FormParts, formParts } from './formParts.ts';
import { toChange } from './toChange.ts';

/**
 * Changes of a form: its components are matched by key wherever they stand. Throws Error when a text is no form.
 */
export function diffForm(file: string, before: string, after: string): FileComparison {
  const [left, right] = [formParts(before), formParts(after)];
  const form = nameOfForm(file, right.name === '' ? left : right);
  const head = compareTrees(left.tree, right.tree).map((found) =>
    toChange({ section: 'form', area: 'form', file, element: { id: '', name: form } }, found),
  );
  const ids = new Set([...left.parts.keys(), ...right.parts.keys()]);
  const found = [...ids].flatMap((id) =>
    diffComponent({ file, form, left, right }, left.parts.get(id), right.parts.get(id)),
  );
  return {
    changes: [...head, ...found, ...diffFormOrder(file, form, left, right)],
    sameContent: () => canonicalJson(JSON.parse(before)) === canonicalJson(JSON.parse(after)),
  };
}

function nameOfForm(file: string, { name, english }: FormParts): Words {
  const title = name === '' ? same(file) : { 'zh-CN': name, en: english === '' ? name : english };
  return word('named', { type: word('form'), name: title });
}

interface Forms {
  readonly file: string;
  readonly form: Words;
  readonly left: FormParts;
  readonly right: FormParts;
}

function diffComponent(forms: Forms, left: FormPart | undefined, right: FormPart | undefined): Change[] {
  const { file, form } = forms;
  const part = right ?? left;
  if (part === undefined) return [];
  const name = joinWords([form, nameOfField(part)], same(' › '));
  if (left === undefined || right === undefined) {
    return [
      {
        area: 'form',
        kind: left === undefined ? 'added' : 'removed',
        where: { file, element: part.id, name },
        property: { key: '', label: same('') },
        before: partValue(left),
        after: partValue(right),
        matters: true,
      },
    ];
  }
  const element = { id: part.id, name };
  return [
    ...compareTrees(left.tree, right.tree).map((found) =>
      toChange({ section: 'form', area: 'form', file, element }, found),
    ),
    ...moveOf(forms, element, left, right),
  ];
}

/** A component in another group: what is submitted changes only where the group is data itself. */
function moveOf(
  forms: Forms,
  element: { readonly id: string; readonly name: Words },
  left: FormPart,
  right: FormPart,
): Change[] {
  if (left.parent === right.parent) return [];
  const place = ({ parent }: FormPart, { parts }: FormParts): Change['before'] => {
    const around = parts.get(parent.split(' ')[0] ?? '');
    return { value: parent, words: around === undefined ? word('top') : nameOfGroup(around) };
  };
  return [
    {
      area: 'form',
      kind: 'moved',
      where: { file: forms.file, element: element.id, name: element.name },
      property: { key: 'parent', label: word('fieldPlace') },
      before: place(left, forms.left),
      after: place(right, forms.right),
      matters: left.pointer !== right.pointer,
    },
  ];
}

/** What a reader calls a component: its label, or its key while it has none. */
export function nameOfField({ label, english, id, tree }: FormPart): Words {
  const name = { 'zh-CN': label || id, en: english || label || id };
  const isText = tree['type'] === 'content' || tree['type'] === 'htmlelement';
  return word('named', { type: word(isText ? 'textOfForm' : 'field'), name });
}

function partValue(part: FormPart | undefined): Change['before'] {
  if (part === undefined) return null;
  const { label, title, key, input, ...said } = part.tree;
  return { value: part.tree, words: wordsFor('form', [], said) };
}
