import type { BpmnElement, BusinessObject, Services } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import type { Locale } from '../model/packFiles.ts';
import { copyTexts } from './copyTexts.ts';
import { type FlowCopy, readCopy } from './FlowCopy.ts';
import { readForMaking } from './readForMaking.ts';

/** Where a copy waits, for other tabs and windows too. */
export const COPY_KEY = 'onewindow.design.copy';

/** Before the clipboard of bpmn-js fills in its own. */
const FIRST = 4000;
/** After bpmn-js has made the new element. */
const AFTER_BPMN_JS = 500;
/** Before steps without an entry get one. */
const BEFORE_STEPS = 2000;

interface Pasting {
  tree?: unknown;
}
interface PastedElement {
  readonly descriptor: { readonly id: string; readonly businessObject?: BusinessObject };
}
interface Created {
  readonly context: { readonly elements: readonly BpmnElement[] };
}
interface Moddle {
  create(type: string, attributes: object): object;
}

/**
 * diagram-js module: copies and pastes within and between packs. What pack.yaml says about a copied task comes along, with
 * its form; a form of that path with another text stays, and the copied one gets a path of its own.
 */
export function copyBetweenPacks(locale: Locale, editorOf: () => PackEditor): object {
  const texts = copyTexts[locale];
  function CopyBetweenPacks(this: object, eventBus: Services['eventBus'], moddle: Moddle) {
    let pasting: FlowCopy | null = null;
    /** Steps that wait for their element, by its new id. */
    const waiting = new Map<string, FlowCopy['steps'][string]>();
    eventBus.on('copyPaste.elementsCopied', (event) => {
      const { tree, hints } = event as unknown as { tree: FlowCopy['tree']; hints?: { clip?: boolean } };
      if (hints?.clip === false) return;
      const copied = describeCopy(editorOf(), tree);
      localStorage.setItem(COPY_KEY, JSON.stringify(copied));
      editorOf().announce(texts.copied(Object.values(tree).flat().length));
    });
    eventBus.on('copyPaste.pasteElements', FIRST, (event) => {
      const context = event as unknown as Pasting;
      if (context.tree !== undefined) return undefined;
      const text = localStorage.getItem(COPY_KEY);
      const read = text === null ? { problem: texts.nothing } : readCopy(text, locale);
      waiting.clear();
      if ('problem' in read) {
        editorOf().announce(read.problem);
        eventBus.fire('pack.refused', { text: read.problem });
        return false;
      }
      pasting = read.copy;
      context.tree = readForMaking(pasting.tree, moddle);
      return undefined;
    });
    eventBus.on('copyPaste.pasteElement', AFTER_BPMN_JS, (event) => {
      const { descriptor } = event as unknown as PastedElement;
      const step = pasting?.steps[descriptor.id];
      const id = descriptor.businessObject?.id;
      if (step !== undefined && id !== undefined) waiting.set(id, step);
    });
    eventBus.on('commandStack.elements.create.postExecute', BEFORE_STEPS, (event) => {
      if (pasting === null || waiting.size === 0) return;
      const { elements } = (event as unknown as Created).context;
      const editor = editorOf();
      const steps = elements.filter(({ id }) => waiting.has(id));
      for (const element of steps) takeStep(editor, element, waiting.get(element.id) ?? {}, pasting.files);
      for (const { id } of steps) waiting.delete(id);
      if (steps.length > 0) editor.announce(texts.pastedSteps(elements.length, steps.length));
    });
  }
  CopyBetweenPacks.$inject = ['eventBus', 'moddle'];
  return { __init__: ['copyBetweenPacks'], copyBetweenPacks: ['type', CopyBetweenPacks] };
}

function describeCopy(editor: PackEditor, tree: FlowCopy['tree']): FlowCopy {
  const ids = new Set(
    Object.values(tree)
      .flat()
      .map(({ id }) => id),
  );
  const steps = Object.fromEntries(
    Object.entries(editor.manifest.steps ?? {}).filter(([key]) => ids.has(key)),
  ) as FlowCopy['steps'];
  const forms = Object.values(steps).map(({ form }) => String(form ?? ''));
  const files = Object.fromEntries([...editor.files].filter(([path]) => forms.includes(path)));
  return { format: 'onewindow/flow', version: 1, tree, steps, files };
}

/** Writes the entry of a pasted step and its form. */
function takeStep(
  editor: PackEditor,
  element: BpmnElement,
  step: FlowCopy['steps'][string],
  files: FlowCopy['files'],
): void {
  const form = String(step['form'] ?? '');
  const text = files[form];
  let path = form;
  if (text !== undefined) {
    for (let at = 2; editor.files.get(path) !== undefined && editor.files.get(path) !== text; at += 1)
      path = form.replace(/(-\d+)?\.json$/, `-${at}.json`);
    editor.setText(path, text);
  }
  editor.setManifest(['steps', element.id], { ...step, ...(path === '' ? {} : { form: path }) });
  if (path !== '' && attribute(element, 'camunda:formKey') !== path)
    editor.setAttributes(element, { 'camunda:formKey': path });
}
