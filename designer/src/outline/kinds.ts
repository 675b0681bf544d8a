import type { Place } from './placesFor.ts';

/** What the outline can add, in the words of an approval. */
export const kinds = [
  'person',
  'issue-document',
  'issue-license',
  'notify',
  'decision',
  'timer',
  'branch',
  'parallel',
  'end',
] as const;
export type Kind = (typeof kinds)[number];

const types: Readonly<Record<Kind, string>> = {
  person: 'bpmn:UserTask',
  'issue-document': 'bpmn:ServiceTask',
  'issue-license': 'bpmn:ServiceTask',
  notify: 'bpmn:ServiceTask',
  decision: 'bpmn:BusinessRuleTask',
  timer: 'bpmn:IntermediateCatchEvent',
  branch: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  end: 'bpmn:EndEvent',
};

/** What may be added there: nothing follows an end, and a way beside another holds work. */
export function kindsFor(place: Place): readonly Kind[] {
  if (place === 'after') return kinds;
  if (place === 'before') return kinds.filter((kind) => kind !== 'end');
  return kinds.filter((kind) => !['end', 'branch', 'parallel'].includes(kind));
}

/** BPMN type of a kind, and what is done when it is an automatic task. */
export function stepOf(kind: Kind): { readonly type: string; readonly topic?: string } {
  const type = types[kind];
  return type === 'bpmn:ServiceTask' ? { type, topic: kind } : { type };
}
