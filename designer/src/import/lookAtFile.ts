import { importForm } from '@onewindow/forms';
import { adaptToPack, type ImportNote, importNote, inspectModel } from '@onewindow/processes/foreign';
import { hasNoDrawing } from '../arrange/addDrawing.ts';
import { withDrawing } from '../arrange/layOut.ts';
import { PROCESS } from '../model/manifest.ts';
import { nameForFile } from './nameForFile.ts';

/** One thing to know about a file before it is taken in. */
export interface Note {
  readonly level: 'refused' | 'warning' | 'adapted' | 'kept' | 'info';
  /** Element of the diagram, or place in the form. */
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

/** A foreign file, looked at. */
export interface ForeignFile {
  readonly name: string;
  readonly kind: 'bpmn' | 'dmn' | 'formio' | 'camundaForm' | 'embeddedForm' | 'unknown';
  /** Where it goes by default. */
  readonly path: string;
  /** What goes into the pack; null: it cannot be taken in. */
  readonly text: string | null;
  readonly notes: readonly Note[];
}

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packCode: string;
}

/** Looks at the bytes of a file: a model where it is XML with a model in it, a form otherwise. */
export async function lookAtFile({ name, bytes, packCode }: Given): Promise<ForeignFile> {
  if (!/\.(json|form|html?)$/i.test(name)) return lookAtModel({ name, bytes, packCode });
  const { kind, form, notes } = importForm(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  return {
    name,
    kind,
    path: `forms/${nameForFile(name)}.json`,
    text: form === null ? null : `${JSON.stringify(form, null, 2)}\n`,
    notes: notes.map(({ path, key, done, zh, en }) => ({
      level: done === 'notTaken' ? 'refused' : 'adapted',
      where: path === '' ? key : path,
      zh,
      en,
    })),
  };
}

async function lookAtModel({ name, bytes, packCode }: Given): Promise<ForeignFile> {
  const model = await inspectModel(bytes);
  const adapted =
    model.kind === 'bpmn' && model.text !== null
      ? await drawn(await adaptToPack(model.text, packCode))
      : { text: model.text, notes: [] };
  return {
    name,
    kind: model.kind,
    path: model.kind === 'bpmn' ? PROCESS : `${nameForFile(name)}.dmn`,
    text: adapted.text,
    notes: [
      ...adapted.notes,
      ...model.notes.filter(({ code }) => !/^noDiagram/.test(code) || adapted.text !== null),
    ].map(({ level, element = '', zh, en }) => ({
      level,
      where: element,
      zh,
      en,
    })),
  };
}

/** The process with a drawing, laid out where the file has none. */
async function drawn({
  text,
  notes,
}: {
  readonly text: string;
  readonly notes: readonly ImportNote[];
}): Promise<{ readonly text: string | null; readonly notes: readonly ImportNote[] }> {
  if (!hasNoDrawing(text)) return { text, notes };
  try {
    return { text: await withDrawing(text), notes };
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { text: null, notes: [...notes, importNote('notLaidOut', { problem })] };
  }
}
