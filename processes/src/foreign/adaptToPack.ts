/// <reference path="../bpmn/moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import camundaDescriptor from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { elementsOf } from '../bpmn/readBpmn.ts';
import { type ImportNote, importNote } from './importNote.ts';
import { saveEdited } from './saveEdited.ts';
import { toEditorXml } from './toEditorXml.ts';

const moddle = new BpmnModdle({ camunda: camundaDescriptor });

async function reserialise(xml: string): Promise<string> {
  return (await moddle.toXML((await moddle.fromXML(xml)).rootElement, { format: true })).xml;
}

/**
 * A foreign process made that of a pack: its id the code of the pack, executable, with a history time to live. The
 * rest of the text stays as it is. A file with more than one process is left alone: which is meant nobody can tell.
 */
export async function adaptToPack(
  text: string,
  packCode: string,
): Promise<{ readonly text: string; readonly notes: readonly ImportNote[] }> {
  const { rootElement } = await moddle.fromXML(toEditorXml(text));
  const before = (await moddle.toXML(rootElement, { format: true })).xml;
  const processes = elementsOf(rootElement, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const [process] = processes;
  const notes: ImportNote[] = [];
  if (process === undefined || processes.length > 1) return { text, notes };
  if (process.id !== packCode) {
    notes.push(importNote('processIdAdapted', { old: process.id ?? '', packCode }, packCode));
    process.set('id', packCode);
  }
  if (process.get('isExecutable') !== true) {
    notes.push(importNote('executableAdapted', {}, packCode));
    process.set('isExecutable', true);
  }
  if (!process.get('camunda:historyTimeToLive')) {
    notes.push(importNote('historyAdapted', {}, packCode));
    process.set('camunda:historyTimeToLive', 'P180D');
  }
  const after = (await moddle.toXML(rootElement, { format: true })).xml;
  return { text: (await saveEdited({ original: text, before, after, reserialise })).text, notes };
}
