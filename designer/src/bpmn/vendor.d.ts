declare module 'bpmn-js/lib/Modeler' {
  const Modeler: new (options: object) => object;
  export default Modeler;
}
declare module 'bpmn-js/lib/NavigatedViewer' {
  const NavigatedViewer: new (options: object) => object;
  export default NavigatedViewer;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: object;
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
declare module 'diagram-js-grid' {
  const grid: object;
  export default grid;
}
declare module 'diagram-js-minimap' {
  const minimap: object;
  export default minimap;
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
declare module 'camunda-bpmn-moddle/resources/camunda.json' {
  const descriptor: object;
  export default descriptor;
}
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export const CamundaPlatformPropertiesProviderModule: object;
}
