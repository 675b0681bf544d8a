import { MANIFEST } from '../model/manifest.ts';
import type { BpmnElement, Services } from './modelerTypes.ts';
import { attribute, type PackEditor } from './PackEditor.ts';
import { describeTask } from './taskEdits.ts';

interface Command {
  readonly context: {
    readonly elements?: readonly (BpmnElement & { readonly children?: BpmnElement[] })[];
    readonly shape?: BpmnElement;
    readonly element?: BpmnElement;
    readonly oldLabel?: string;
    readonly oldProperties?: { readonly id?: string };
  };
}

/**
 * diagram-js module: what pack.yaml says about a step comes, is named and goes with its task, in the same step of undo,
 * however the task was made, renamed or deleted.
 */
export function keepSteps(editorOf: () => PackEditor): object {
  function KeepSteps(this: object, eventBus: Services['eventBus']) {
    const after = (command: string, run: (editor: PackEditor, context: Command['context']) => void) =>
      eventBus.on(`commandStack.${command}.postExecute`, (event) => {
        const editor = editorOf();
        // A pack.yaml that cannot be read is not written.
        if (editor.files.get(MANIFEST) === undefined || editor.manifest.steps === undefined) return;
        run(editor, (event as unknown as Command).context);
      });
    const describe = (editor: PackEditor, elements: readonly BpmnElement[]) => {
      for (const element of elements)
        if (element.type === 'bpmn:UserTask' && editor.manifest.steps?.[element.id] === undefined)
          describeTask(editor, element);
    };
    after('elements.create', (editor, { elements = [] }) => describe(editor, elements));
    after('shape.append', (editor, { shape }) => describe(editor, shape === undefined ? [] : [shape]));
    after('elements.delete', (editor, { elements = [] }) => {
      for (const { id, type } of withChildren(elements))
        if (type === 'bpmn:UserTask' && editor.manifest.steps?.[id] !== undefined)
          editor.setManifest(['steps', id], undefined);
    });
    after('element.updateProperties', (editor, { element, oldProperties }) => {
      const old = oldProperties?.id;
      const step = old === undefined ? undefined : editor.manifest.steps?.[old];
      if (element?.type !== 'bpmn:UserTask' || old === undefined || step === undefined) return;
      if (old === element.id || editor.element(old) !== undefined) return;
      editor.setManifest(['steps', element.id], step);
      editor.setManifest(['steps', old], undefined);
    });
    after('element.updateLabel', (editor, { element, oldLabel }) => {
      if (element?.type !== 'bpmn:UserTask') return;
      const known = editor.manifest.steps?.[element.id]?.name?.['zh-CN'];
      const name = attribute(element, 'name');
      if (known !== undefined && name !== '' && (known === oldLabel || known === element.id))
        editor.setManifest(['steps', element.id, 'name', 'zh-CN'], name);
    });
  }
  KeepSteps.$inject = ['eventBus'];
  return { __init__: ['keepSteps'], keepSteps: ['type', KeepSteps] };
}

function* withChildren(elements: NonNullable<Command['context']['elements']>): Generator<BpmnElement> {
  for (const element of elements) {
    yield element;
    yield* withChildren(element.children ?? []);
  }
}
