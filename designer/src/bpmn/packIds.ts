/** How ids of new elements begin: short and in small letters, because the id of a task is its key in pack.yaml. */
const stems: Readonly<Record<string, string>> = {
  'bpmn:UserTask': 'step',
  'bpmn:ServiceTask': 'auto',
  'bpmn:BusinessRuleTask': 'table',
  'bpmn:ExclusiveGateway': 'branch',
  'bpmn:InclusiveGateway': 'branch',
  'bpmn:ParallelGateway': 'parallel',
};

interface Made {
  readonly $type: string;
  id?: string;
}
interface Moddle {
  readonly ids: { assigned(id: string): unknown; claim(id: string, element: object): void };
}
interface Factory {
  _ensureId(element: Made): void;
}

/** diagram-js module: ids of new elements as packs write them. */
export const packIds = {
  __init__: ['packIds'],
  packIds: ['type', PackIds],
};

PackIds.$inject = ['bpmnFactory', 'moddle'];
function PackIds(this: object, bpmnFactory: Factory, moddle: Moddle) {
  const ensure = bpmnFactory._ensureId.bind(bpmnFactory);
  bpmnFactory._ensureId = (element) => {
    const stem = element.id ? undefined : stems[element.$type];
    if (stem === undefined) {
      ensure(element);
      return;
    }
    let at = 1;
    while (moddle.ids.assigned(`${stem}${at}`)) at += 1;
    element.id = `${stem}${at}`;
    moddle.ids.claim(element.id, element);
  };
}
