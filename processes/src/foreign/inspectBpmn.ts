/// <reference path="../bpmn/moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import camundaDescriptor from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { elementOf, elementsOf, type ModdleElement, textOf } from '../bpmn/readBpmn.ts';
import type { LintContext } from '../lint/LintContext.ts';
import { findLost } from './findLost.ts';
import { type ImportNote, importNote } from './importNote.ts';
import { scanXml } from './scanXml.ts';
import { toEditorXml } from './toEditorXml.ts';
import { isXmlElement, splitKey, type XmlElement } from './XmlTree.ts';

const moddle = new BpmnModdle({ camunda: camundaDescriptor });

/** Namespaces that the designer and the engine know. */
const known = new Set([
  '',
  'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
  'http://camunda.org/schema/1.0/bpmn',
  'http://camunda.org/schema/modeler/1.0',
  'http://activiti.org/bpmn',
]);

/** Most single places that are listed one by one. */
const MAX_PLACES = 50;

/** What a BPMN file holds that a designer should know before taking it in. Throws Error when moddle cannot read it. */
export async function inspectBpmn(text: string, noCode: LintContext['noCode']): Promise<ImportNote[]> {
  const { rootElement, warnings } = await moddle.fromXML(toEditorXml(text));
  return [
    ...noteTool(rootElement),
    ...noteShape(rootElement),
    ...noteForms(rootElement),
    ...(noCode?.({ bpmnXml: text }) ?? []).map((found) => ({
      ...importNote('noCode', {}, found.elementId),
      code: `noCode/${found.code}`,
      zh: importNote('noCode', { problem: found.zh }).zh,
      en: importNote('noCode', { problem: found.en }).en,
    })),
    ...warnings.map(({ message, element }) => {
      const [problem = ''] = message.split('\n');
      const part = /^unparsable content <([^>\s]+)/.exec(problem)?.[1];
      return part === undefined
        ? importNote('unresolved', { problem }, element?.id)
        : importNote('notInPlace', { name: part }, element?.id);
    }),
    ...noteExtensions(scanXml(text).root),
    ...(await noteUnknown(text, rootElement)),
  ];
}

function noteTool(definitions: ModdleElement): ImportNote[] {
  const tool = [textOf(definitions, 'exporter'), textOf(definitions, 'exporterVersion')].join(' ').trim();
  const platform = String(definitions.$attrs?.['modeler:executionPlatform'] ?? '');
  const version = String(definitions.$attrs?.['modeler:executionPlatformVersion'] ?? '');
  return [
    ...(tool === '' ? [] : [importNote('madeWith', { tool })]),
    ...(platform === '' || /^Camunda Platform$/i.test(platform)
      ? []
      : [importNote('otherPlatform', { platform: `${platform} ${version}`.trim() })]),
  ];
}

function noteShape(definitions: ModdleElement): ImportNote[] {
  const processes = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const diagrams = elementsOf(definitions, 'diagrams').filter((diagram) => elementOf(diagram, 'plane'));
  return [
    ...(processes.length === 0 ? [importNote('noProcess')] : []),
    ...(processes.length > 1 ? [importNote('severalProcesses', { count: processes.length })] : []),
    ...(diagrams.length === 0 && processes.length > 0
      ? [importNote(processes.length > 1 ? 'noDiagramOfPools' : 'noDiagram')]
      : []),
    ...(diagrams.length > 1 ? [importNote('severalDiagrams', { count: diagrams.length })] : []),
  ];
}

/** Forms of other kinds that tasks and start events name. */
function noteForms(definitions: ModdleElement): ImportNote[] {
  const notes: ImportNote[] = [];
  const visit = (container: ModdleElement) => {
    for (const element of elementsOf(container, 'flowElements')) {
      const reference = textOf(element, 'camunda:formKey') || textOf(element, 'camunda:formRef');
      const kind = kindOfForm(reference, textOf(element, 'camunda:formRef'));
      if (kind !== null) {
        const name = element.name || element.id || '';
        notes.push(importNote('formReference', { name, reference, ...kind }, element.id));
      }
      visit(element);
    }
  };
  for (const root of elementsOf(definitions, 'rootElements')) if (root.$type === 'bpmn:Process') visit(root);
  return notes;
}

function kindOfForm(reference: string, formRef: string): { kind: string; kindEn: string } | null {
  if (formRef !== '' || reference.startsWith('camunda-forms:'))
    return { kind: 'Camunda 表单', kindEn: 'the Camunda form' };
  if (reference.startsWith('embedded:')) return { kind: 'Camunda 嵌入式表单', kindEn: 'the embedded form' };
  if (reference === '' || /^forms\/[A-Za-z0-9_-]+\.json$/.test(reference)) return null;
  return { kind: '外部表单', kindEn: 'the external form' };
}

function noteExtensions(root: XmlElement): ImportNote[] {
  const counts = new Map<string, { prefix: string; count: number }>();
  const count = (namespace: string, name: string) => {
    if (known.has(namespace)) return;
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : name;
    const entry = counts.get(namespace) ?? { prefix, count: 0 };
    entry.count += 1;
    counts.set(namespace, entry);
  };
  const visit = (element: XmlElement) => {
    count(splitKey(element.key).namespace, element.name);
    for (const { name } of element.attributes) {
      const colon = name.indexOf(':');
      if (colon > 0 && !name.startsWith('xmlns')) count(element.scope.get(name.slice(0, colon)) ?? '', name);
    }
    for (const piece of element.pieces) if (isXmlElement(piece)) visit(piece);
  };
  visit(root);
  return [...counts].map(([namespace, { prefix, count: places }]) =>
    importNote('foreignExtension', { prefix, namespace, count: places }),
  );
}

/** What the editor would leave out, if it wrote the file anew; it does not. */
async function noteUnknown(text: string, definitions: ModdleElement): Promise<ImportNote[]> {
  const { xml } = await moddle.toXML(definitions, { format: true });
  const lost = findLost(text, xml);
  const comments = lost.filter(({ kind }) => kind === 'comment').length;
  const places = lost.filter(
    ({ kind, namespace }) => kind !== 'comment' && (kind === 'instruction' || known.has(namespace)),
  );
  return [
    ...places
      .slice(0, MAX_PLACES)
      .map(({ name, line, element }) => importNote('unknownKept', { name, line }, element)),
    ...(comments > 0 ? [importNote('commentsKept', { count: comments })] : []),
  ];
}
