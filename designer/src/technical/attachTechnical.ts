import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import type { BpmnElement, ModelerLike } from '../bpmn/modelerTypes.ts';
import { addChinese } from '../i18n/bpmnChinese.ts';
import { technicalChinese } from './technicalChinese.ts';

interface Panel {
  attachTo(container: HTMLElement): void;
  detach(): void;
  registerProvider(priority: number, provider: object): void;
  _render(element: BpmnElement): void;
}
interface Injector {
  createChild(modules: readonly object[]): Injector & { init(): void };
  get(name: string): unknown;
}
interface Group {
  readonly id: string;
}

/** What packs may not contain (the rules of publishing), and what has its own editor in plain words. */
const hidden = new Set(
  [
    'ExecutionListener',
    'TaskListener',
    'ConnectorInput',
    'ConnectorOutput',
    'FieldInjection',
    'FormData',
    'Form',
    'Implementation',
    'Script',
    'BusinessKey',
    'Condition',
  ].map((name) => `CamundaPlatform__${name}`),
);

/** After the provider of the engine. */
const LAST = 400;

const panels = new WeakMap<ModelerLike, Panel>();

/** Shows the technical properties of what is selected in an element of the page. Gives the function that takes them away. */
export function attachTechnical(modeler: ModelerLike, container: HTMLElement): () => void {
  addChinese(technicalChinese);
  const panel = panels.get(modeler) ?? createPanel(modeler);
  panels.set(modeler, panel);
  const [selected] = modeler.get('selection').get();
  panel.attachTo(container);
  panel._render(selected ?? modeler.get('canvas').getRootElement());
  return () => panel.detach();
}

/** The modeler is there already: its services are lent to an injector of their own, which makes the panel. */
function createPanel(modeler: ModelerLike): Panel {
  const injector = modeler.get('injector') as unknown as Injector;
  const child = injector.createChild([
    BpmnPropertiesPanelModule,
    BpmnPropertiesProviderModule,
    CamundaPlatformPropertiesProviderModule,
  ]);
  child.init();
  const panel = child.get('propertiesPanel') as Panel;
  panel.registerProvider(LAST, {
    getGroups: () => (groups: readonly Group[]) => groups.filter(({ id }) => !hidden.has(id)),
  });
  return panel;
}
