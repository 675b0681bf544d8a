import { readDmn } from '../dmn/readDmn.ts';
import type { LintContext } from '../lint/LintContext.ts';
import { decodeXml } from './decodeXml.ts';
import { type ImportNote, importNote } from './importNote.ts';
import { inspectBpmn } from './inspectBpmn.ts';
import { scanXml } from './scanXml.ts';
import { tightenAttributes } from './tightenAttributes.ts';
import { XmlRefused } from './XmlRefused.ts';
import { splitKey } from './XmlTree.ts';

/** A BPMN or DMN file from elsewhere, looked at but not taken in. */
export interface ForeignModel {
  readonly kind: 'bpmn' | 'dmn' | 'unknown';
  /**
   * What goes into the pack; null: it cannot be taken in. Byte for byte the file where that was UTF-8. Where a note says `noDiagram` it
   * is still to be laid out.
   */
  readonly text: string | null;
  readonly notes: readonly ImportNote[];
}

/** Looks at the bytes of a BPMN or DMN file. Never throws for what the file holds: a bomb or broken text is a note. */
export async function inspectModel(bytes: Uint8Array, noCode?: LintContext['noCode']): Promise<ForeignModel> {
  try {
    const { text: decoded, encoding, converted } = decodeXml(bytes);
    const tree = scanXml(decoded);
    const text = tightenAttributes(tree);
    const notes = [
      ...(converted ? [importNote('encodingConverted', { encoding: encoding.toUpperCase() })] : []),
      ...(text === decoded ? [] : [importNote('spacesAdapted')]),
    ];
    const { namespace, local } = splitKey(tree.root.key);
    if (namespace === 'http://www.omg.org/spec/BPMN/20100524/MODEL' && local === 'definitions')
      return await lookAtBpmn(text, notes, noCode);
    if (/\/DMN\//i.test(namespace) && local === 'definitions') return await lookAtDmn(text, notes, noCode);
    const code = /\/CMMN\//i.test(namespace) ? 'caseModel' : 'notBpmn';
    return { kind: 'unknown', text: null, notes: [importNote(code, { root: tree.root.name })] };
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    const note = importNote('unreadable', { problem: error.userMessage['zh-CN'] });
    const en = importNote('unreadable', { problem: error.userMessage.en }).en;
    return { kind: 'unknown', text: null, notes: [{ ...note, en, code: `unreadable/${error.code}` }] };
  }
}

async function lookAtBpmn(
  text: string,
  notes: readonly ImportNote[],
  noCode: LintContext['noCode'],
): Promise<ForeignModel> {
  try {
    const found = [...notes, ...(await inspectBpmn(text, noCode))];
    const shown = !found.some(({ code }) => code === 'noProcess');
    return { kind: 'bpmn', text: shown ? text : null, notes: found };
  } catch (error) {
    return { kind: 'bpmn', text: null, notes: [...notes, unreadable(error)] };
  }
}

async function lookAtDmn(
  text: string,
  notes: readonly ImportNote[],
  noCode: LintContext['noCode'],
): Promise<ForeignModel> {
  try {
    const decisions = await readDmn('import.dmn', text);
    const refused = (noCode?.({ dmnXml: text }) ?? []).map((found) => ({
      ...importNote('noCode', { problem: found.zh }, found.elementId),
      code: `noCode/${found.code}`,
      en: importNote('noCode', { problem: found.en }).en,
    }));
    const names = decisions.map(({ id }) => id).join('、');
    return { kind: 'dmn', text, notes: [...notes, importNote('decisions', { names }), ...refused] };
  } catch (error) {
    return { kind: 'dmn', text: null, notes: [...notes, unreadable(error)] };
  }
}

function unreadable(error: unknown): ImportNote {
  const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return importNote('unreadable', { problem });
}
