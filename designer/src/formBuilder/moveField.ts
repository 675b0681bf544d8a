import { type FormNode, samePath } from './formOutline.ts';
import { insertInForm, type JsonPath, removeFromForm } from './formText.ts';

/** Text and place after a component was moved. */
export interface Moved {
  readonly text: string;
  readonly path: JsonPath;
}

/** Changes places with the one before (−1) or after (1); null at the end of its list. */
export function moveInList(text: string, node: FormNode, by: 1 | -1): Moved | null {
  const to = node.index + by;
  if (to < 0 || to >= node.count) return null;
  const without = removeFromForm(text, node.path);
  return { text: insertInForm(without, node.list, to, [node.component]), path: [...node.list, to] };
}

/** Into the group that stands right before it, at its end; null where none does. */
export function moveInto(text: string, node: FormNode, nodes: readonly FormNode[]): Moved | null {
  const before = nodes.find((other) => samePath(other.path, [...node.list, node.index - 1]));
  if (before === undefined || !before.holdsOthers) return null;
  const list = [...before.path, 'components'];
  const count = (before.component['components'] as readonly unknown[]).length;
  const without = removeFromForm(text, node.path);
  return { text: insertInForm(without, list, count, [node.component]), path: [...list, count] };
}

/** Out of its group, behind it; null at the top. */
export function moveOut(text: string, node: FormNode, nodes: readonly FormNode[]): Moved | null {
  const holder = nodes
    .filter(
      (other) =>
        other.path.length < node.path.length && other.path.every((part, at) => part === node.path[at]),
    )
    .at(-1);
  if (holder === undefined) return null;
  const without = removeFromForm(text, node.path);
  const to = holder.index + 1;
  return { text: insertInForm(without, holder.list, to, [node.component]), path: [...holder.list, to] };
}
