import { processXml } from '../engineOfStack.ts';

/** A sequence flow; with a condition when one is given. */
export function flow(from: string, to: string, condition?: string): string {
  const inner =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
}

/** Flows from each element to the next. */
export const chain = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, at) => flow(ids[at] ?? '', id))
    .join('');

export const userTask = (id: string, more = '', inner = '') =>
  `<bpmn:userTask id="${id}" ${more}>${inner}</bpmn:userTask>`;

export const externalTask = (id: string, topic: string, inner = '') =>
  `<bpmn:serviceTask id="${id}" camunda:type="external" camunda:topic="${topic}">${inner}</bpmn:serviceTask>`;

/** A process with a start event `start` and an end event `end`. */
export const process = (key: string, body: string) =>
  processXml({ key, body: `<bpmn:startEvent id="start"/>${body}<bpmn:endEvent id="end"/>` });

/** A call of the process of that key in the same deployment. */
export const callActivity = (id: string, calledElement: string, inner = '') =>
  `<bpmn:callActivity id="${id}" calledElement="${calledElement}" camunda:calledElementBinding="deployment">${inner}</bpmn:callActivity>`;

/** A decision table over one text input `item` with one text output `answer`: pairs of a FEEL test and an answer. */
export function decisionXml(
  key: string,
  rows: readonly (readonly [test: string, answer: string])[],
  hitPolicy = 'UNIQUE',
  input = '<inputExpression id="ie" typeRef="string"><text>item</text></inputExpression>',
): string {
  const rules = rows
    .map(
      ([test, answer], at) =>
        `<rule id="r${at}"><inputEntry id="t${at}"><text>${test}</text></inputEntry><outputEntry id="a${at}"><text>"${answer}"</text></outputEntry></rule>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="dd" name="dd" namespace="urn:onewindow">
<decision id="${key}" name="${key}"><decisionTable id="dt" hitPolicy="${hitPolicy}">
<input id="i">${input}</input>
<output id="o" name="answer" typeRef="string"/>${rules}</decisionTable></decision></definitions>`;
}
