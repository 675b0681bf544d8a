import { editManifest, MANIFEST, type Manifest, readManifest, type YamlPath } from '../model/manifest.ts';
import type { PackStore } from '../model/PackStore.ts';
import { insertInYaml, moveInYaml } from '../model/yamlEdit.ts';
import { SET_TEXT, TOGETHER } from './commands.ts';
import type { BpmnElement, ModelerLike, Services } from './modelerTypes.ts';

/** Every edit of the pack: each is one step of undo, whether it touches the diagram, pack.yaml or another file. */
export class PackEditor {
  constructor(
    readonly modeler: ModelerLike,
    private readonly store: PackStore,
  ) {}

  service<K extends keyof Services>(name: K): Services[K] {
    return this.modeler.get(name);
  }

  get files(): ReadonlyMap<string, string> {
    return this.store.snapshot();
  }

  get manifest(): Manifest {
    return readManifest(this.store.text(MANIFEST));
  }

  element(id: string | null): BpmnElement | undefined {
    return id === null ? undefined : this.service('elementRegistry').get(id);
  }

  /** Puts files of another tool in, the process among them: the diagram opens anew, one step of undo. */
  replaceFiles(files: ReadonlyMap<string, string>): void {
    this.store.replace(files);
  }

  /** Puts all files in and takes away what is not among these: the diagram opens anew, one step of undo. */
  replaceAll(files: ReadonlyMap<string, string>): void {
    this.store.replace(files, true);
  }

  get canUndo(): boolean {
    return this.service('commandStack').canUndo() || this.store.canTakeBack;
  }

  get canRedo(): boolean {
    return this.service('commandStack').canRedo() || this.store.canPutBack;
  }

  undo(): void {
    const stack = this.service('commandStack');
    if (stack.canUndo()) stack.undo();
    else this.store.takeBack();
  }

  redo(): void {
    const stack = this.service('commandStack');
    if (stack.canRedo()) stack.redo();
    else this.store.putBack();
  }

  /** Replaces the text of a file; undefined removes it. */
  setText(path: string, after: string | undefined): void {
    const before = this.store.snapshot().get(path);
    if (before !== after) this.service('commandStack').execute(SET_TEXT, { path, before, after });
  }

  /** Sets one value of pack.yaml; undefined removes it. Throws Error when pack.yaml is not YAML. */
  setManifest(path: YamlPath, value: unknown): void {
    this.setText(MANIFEST, editManifest(this.store.text(MANIFEST), path, value));
  }

  /** Sets one value of a YAML file; undefined removes it. Throws Error when the file is not YAML. */
  setYaml(file: string, path: YamlPath, value: unknown): void {
    this.setText(file, editManifest(this.store.text(file), path, value));
  }

  /** Puts an entry into a list of a YAML file, last by default. */
  insertYaml(file: string, path: YamlPath, value: unknown, at?: number): void {
    this.setText(file, insertInYaml(this.store.text(file), path, value, at));
  }

  /** Moves an entry of a list of a YAML file. */
  moveYaml(file: string, path: YamlPath, from: number, to: number): void {
    this.setText(file, moveInYaml(this.store.text(file), path, from, to));
  }

  /** Makes the edits of a function one step of undo; `said` tells in words what it did, also when it is undone. */
  together(run: () => void, said?: string): void {
    this.service('commandStack').execute(TOGETHER, { run, said });
  }

  /** Tells people who do not see the diagram what has happened. */
  announce(text: string): void {
    this.service('eventBus').fire('pack.said', { text });
  }

  /** Names an element; the step of a task follows where it had the same name. */
  setName(element: BpmnElement, name: string, said?: string): void {
    const old = this.manifest.steps?.[element.id]?.name?.['zh-CN'];
    const follows =
      old !== undefined && (old === attribute(element, 'name') || old === element.id) && name !== '';
    this.together(() => {
      this.service('modeling').updateProperties(element, { name: name === '' ? undefined : name });
      if (follows) this.setManifest(['steps', element.id, 'name', 'zh-CN'], name);
    }, said);
  }

  /** Sets attributes of an element, `camunda:formKey` and the like; an empty text removes the attribute. */
  setAttributes(element: BpmnElement, attributes: Readonly<Record<string, unknown>>): void {
    const cleared = Object.entries(attributes).map(([name, value]) => [
      name,
      value === '' ? undefined : value,
    ]);
    this.service('modeling').updateProperties(element, Object.fromEntries(cleared));
  }

  /** Sets the condition of a flow; an empty text removes it. */
  setCondition(flow: BpmnElement, text: string): void {
    const conditionExpression =
      text.trim() === ''
        ? undefined
        : this.service('bpmnFactory').create('bpmn:FormalExpression', { body: text });
    this.service('modeling').updateProperties(flow, { conditionExpression });
  }

  /** Makes a flow the one that is taken when no other condition holds, or no longer. */
  setDefault(gateway: BpmnElement, flow: BpmnElement, on: boolean): void {
    this.service('modeling').updateProperties(gateway, { default: on ? flow.businessObject : undefined });
  }

  /** Sets an input parameter of a service task. */
  setInputParameter(element: BpmnElement, name: string, value: string): void {
    const parameter = inputParameters(element).find((entry) => entry.get('name') === name);
    if (parameter !== undefined) {
      this.service('modeling').updateModdleProperties(element, parameter, { value });
      return;
    }
    const factory = this.service('bpmnFactory');
    const added = factory.create('camunda:InputParameter', { name, value });
    const inputOutput = factory.create('camunda:InputOutput', { inputParameters: [added] });
    const extensionElements = factory.create('bpmn:ExtensionElements', { values: [inputOutput] });
    this.service('modeling').updateProperties(element, { extensionElements });
  }

  /** Adds an element behind another, joined by a flow, and selects it. */
  append(after: BpmnElement, type: string): void {
    const shape = this.service('elementFactory').createShape({ type });
    this.show(this.service('autoPlace').append(after, shape).id);
  }

  /** Draws a flow between two elements and selects it. Gives its id. */
  connect(source: BpmnElement, target: BpmnElement, said?: string): string {
    let id = '';
    this.together(() => {
      id = this.service('modeling').connect(source, target).id;
    }, said);
    this.show(id);
    return id;
  }

  /** Takes an element, its flows and its step in pack.yaml out of the process. */
  remove(element: BpmnElement, said?: string): void {
    this.together(() => this.service('modeling').removeElements([element]), said);
  }

  /** Selects an element, brings it into view. */
  show(id: string): void {
    const element = this.element(id);
    if (element === undefined) return;
    const canvas = this.service('canvas');
    if (canvas.zoom() < 0.7) canvas.zoom(0.7);
    this.service('selection').select(element);
    canvas.scrollToElement(element, 140);
  }
}

interface Holder {
  get(name: string): unknown;
}

/** Input parameters of a service task. */
export function inputParameters(element: BpmnElement): Holder[] {
  const extensions = element.businessObject.get('extensionElements') as Holder | undefined;
  const values = (extensions?.get('values') ?? []) as (Holder & { $type: string })[];
  return values
    .filter((entry) => entry.$type === 'camunda:InputOutput')
    .flatMap((entry) => (entry.get('inputParameters') ?? []) as Holder[]);
}

/** Text of an attribute, '' where it is not set. */
export function attribute(element: BpmnElement, name: string): string {
  const value = element.businessObject.get(name);
  return typeof value === 'string' ? value : '';
}

/** Text of the condition of a flow. */
export function conditionOf(flow: BpmnElement): string {
  const expression = flow.businessObject.get('conditionExpression') as Holder | undefined;
  const body = expression?.get('body');
  return typeof body === 'string' ? body : '';
}
