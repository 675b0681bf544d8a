import { editManifest, MANIFEST, readManifest } from '../model/manifest.ts';
import type { PackStore } from '../model/PackStore.ts';
import type { BpmnElement, Services } from './modelerTypes.ts';

interface Deleting {
  readonly context: { readonly elements: readonly (BpmnElement & { readonly children?: BpmnElement[] })[] };
}

/**
 * diagram-js module: with a task goes what pack.yaml says about its step, in the same step of undo, however the task is
 * deleted. `setText` is the command that writes a file.
 */
export function dropSteps(store: PackStore, setText: string): object {
  function DropSteps(this: object, eventBus: Services['eventBus'], commandStack: Services['commandStack']) {
    eventBus.on('commandStack.elements.delete.postExecute', (event) => {
      const before = store.text(MANIFEST);
      const steps = readManifest(before).steps ?? {};
      const gone = [...withChildren((event as unknown as Deleting).context.elements)].filter(
        ({ id, type }) => type === 'bpmn:UserTask' && steps[id] !== undefined,
      );
      const after = gone.reduce((text, { id }) => editManifest(text, ['steps', id], undefined), before);
      if (after !== before) commandStack.execute(setText, { path: MANIFEST, before, after });
    });
  }
  DropSteps.$inject = ['eventBus', 'commandStack'];
  return { __init__: ['dropSteps'], dropSteps: ['type', DropSteps] };
}

function* withChildren(elements: Deleting['context']['elements']): Generator<BpmnElement> {
  for (const element of elements) {
    yield element;
    yield* withChildren(element.children ?? []);
  }
}
