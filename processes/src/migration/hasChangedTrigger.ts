import { elementOf, elementsOf, type FlowNode, type ModdleElement, textOf } from '../bpmn/readBpmn.ts';

/** Whether an event waits for something else than before: another time, message, signal or condition. */
export function hasChangedTrigger(before: FlowNode, after: FlowNode): boolean {
  return triggerOf(before) !== triggerOf(after);
}

/** What an event waits for, in one text; empty for what is no event. */
function triggerOf({ element }: FlowNode): string {
  if (element.$instanceOf?.('bpmn:Event') !== true) return '';
  return elementsOf(element, 'eventDefinitions').map(describe).join('\n');
}

function describe(definition: ModdleElement): string {
  const times = ['timeDate', 'timeDuration', 'timeCycle', 'condition'].map((property) => {
    const expression = elementOf(definition, property);
    return expression === null ? '' : textOf(expression, 'body').trim();
  });
  const names = ['messageRef', 'signalRef'].map((property) => elementOf(definition, property)?.name ?? '');
  return [definition.$type, ...times, ...names].join('|');
}
