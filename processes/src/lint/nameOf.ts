import type { ProcessGraph, SequenceFlow } from '../bpmn/readBpmn.ts';
import type { Text } from '../schema/text.ts';
import words from './part-words.json' with { type: 'json' };

/** What a person calls a part of the process: its name, or its id while it has none. */
export function nameOf(part: { readonly name: string; readonly id: string }): string {
  return part.name || part.id;
}

/** What a person calls a flow: its name, or what it connects while it has none. */
export function flowNameOf(flow: SequenceFlow, process: ProcessGraph): string | Text {
  if (flow.name !== '') return flow.name;
  const [from, to] = [endOf(flow.source, process), endOf(flow.target, process)];
  return {
    'zh-CN': `从「${from['zh-CN']}」到「${to['zh-CN']}」的连线`,
    en: `the flow from “${from.en}” to “${to.en}”`,
  };
}

/** A merge, an event or a branch without a name is called what it is: its id says nothing to anybody. */
function endOf(id: string, { nodes }: ProcessGraph): Text {
  const node = nodes.get(id);
  const name = node?.name || id;
  const merges = node !== undefined && node.incoming.length > 1 && node.outgoing.length < 2;
  const kind = merges && node.type.endsWith('Gateway') ? 'merge' : node?.type;
  const called = node?.name === '' ? (words as Readonly<Record<string, Text>>)[kind ?? ''] : undefined;
  return called ?? { 'zh-CN': name, en: name };
}

/** What a person calls what has this id: a part of the process, or undefined where it is none. */
export function nameOfId(id: string, process: ProcessGraph): string | Text | undefined {
  const flow = process.flows.find((one) => one.id === id);
  if (flow !== undefined) return flowNameOf(flow, process);
  const node = process.nodes.get(id);
  return node === undefined ? undefined : nameOf(node);
}
