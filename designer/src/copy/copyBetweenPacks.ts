import type { BpmnElement, BusinessObject, Services } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import type { Locale } from '../model/packFiles.ts';
import { copyTexts } from './copyTexts.ts';
import type { FlowCopy, readCopy } from './FlowCopy.ts';
import { readForMaking } from './readForMaking.ts';

/** Where a copy waits, for other tabs and windows too. */
export const COPY_KEY = 'onewindow.design.copy';

/** Reads copies; it comes with the check of forms, once there is a copy. */
let read: typeof readCopy | null = null;
const prepare = () =>
  void import('./FlowCopy.ts').then(({ readCopy: known }) => {
    read = known;
  });

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
    if (localStorage.getItem(COPY_KEY) !== null) prepare();
    // Copied in another tab.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === COPY_KEY) prepare();
    };
    addEventListener('storage', onStorage);
    eventBus.on('diagram.destroy', () => removeEventListener('storage', onStorage));
    eventBus.on('copyPaste.elementsCopied', (event) => {
      const { tree, hints } = event as unknown as { tree: FlowCopy['tree']; hints?: { clip?: boolean } };
      if (hints?.clip === false) return;
      const copied = describeCopy(editorOf(), tree);
      localStorage.setItem(COPY_KEY, JSON.stringify(copied));
      prepare();
      editorOf().announce(texts.copied(Object.values(tree).flat().length));
    });
    eventBus.on('copyPaste.pasteElements', FIRST, (event) => {
      const context = event as unknown as Pasting;
      if (context.tree !== undefined) return undefined;
      const text = localStorage.getItem(COPY_KEY);
      const found =
        text === null ? { problem: texts.nothing } : (read?.(text, locale) ?? { problem: texts.notReady });
      waiting.clear();
      if ('problem' in found) {
        editorOf().announce(found.problem);
        eventBus.fire('pack.refused', { text: found.problem });
        return false;
      }
      pasting = found.copy;
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
