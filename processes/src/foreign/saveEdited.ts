import { canonicalXml } from '../diff/canonicalXml.ts';
import { findLost, type LostPart } from './findLost.ts';
import { spliceXml } from './spliceXml.ts';
import { toEditorXml } from './toEditorXml.ts';

interface SaveInput {
  readonly original: string;
  readonly before: string;
  readonly after: string;
  /** Reads a text and writes it again, as the editor does. Throws when it cannot be read. */
  readonly reserialise: (xml: string) => Promise<string>;
}

export interface Saved {
  readonly text: string;
  /** `edited`: the original with the changes written in. `rewritten`: the editor's own text, because they could not be. */
  readonly way: 'unchanged' | 'edited' | 'rewritten';
  /** What the editor does not know and a rewritten text therefore lacks. */
  readonly lost: readonly LostPart[];
}

/**
 * The file to keep after edits. The changes are written into the original, and the result counts only if the editor
 * reads from it exactly what it holds now; otherwise the editor's own text is kept and what that loses is named.
 */
export async function saveEdited({ original, before, after, reserialise }: SaveInput): Promise<Saved> {
  if (before === after) return { text: original, way: 'unchanged', lost: [] };
  try {
    const text = spliceXml({ original, before, after });
    if (saySame(await reserialise(toEditorXml(text)), after)) return { text, way: 'edited', lost: [] };
  } catch {
    // Whatever the reason: the editor's own text is sound.
  }
  return { text: after, way: 'rewritten', lost: findLost(original, before) };
}

/** Whether two texts of the editor say the same. bpmn-js marks every exclusive gateway as it opens a file, which says nothing new. */
function saySame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((xml) => xml.replace(/ isMarkerVisible="(true|false)"/g, ''));
  return a === b || canonicalXml(a ?? '') === canonicalXml(b ?? '');
}
