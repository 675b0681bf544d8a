import { elementOf, elementsOf } from '../bpmn/readBpmn.ts';
import { leadingTo, reachableFrom, roots } from '../bpmn/walkGraph.ts';
import { PROCESS } from '../pack/packFiles.ts';
import type { Text } from '../schema/text.ts';
import { type Finding, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { flowNameOf, nameOf } from './nameOf.ts';

/** Head of the process, reachability of every node, completeness of the diagram. */
export function lintProcess(pack: PackUnderLint): Finding[] {
  return [...lintHead(pack), ...lintNames(pack), ...lintReachability(pack), ...lintDiagram(pack)];
}

function lintHead({ process, manifest }: PackUnderLint): Finding[] {
  const place = { file: PROCESS, element: process.id };
  const found: Finding[] = [];
  if (process.id !== manifest.packCode)
    found.push(finding('processId', place, { packCode: manifest.packCode, id: process.id }));
  if (process.element.get('isExecutable') !== true) found.push(finding('processNotExecutable', place));
  if (!process.element.get('camunda:historyTimeToLive')) {
    found.push(finding('historyTimeToLive', place, { name: process.name || process.id }));
  }
  return found;
}

/** What the engine's tables hold of a name (ACT_RE_PROCDEF, ACT_RU_TASK and ACT_HI_ACTINST), in characters. */
const LONGEST_NAME = 255;

/** A longer name is deployed, and then no case comes past it. */
function lintNames({ process }: PackUnderLint): Finding[] {
  return [process, ...process.nodes.values()]
    .filter(({ name }) => name.length > LONGEST_NAME)
    .map(({ id, name }) =>
      finding(
        'nameTooLong',
        { file: PROCESS, element: id },
        { name: name.slice(0, 20), length: name.length, most: LONGEST_NAME },
      ),
    );
}

function lintReachability({ process }: PackUnderLint): Finding[] {
  const reached = reachableFrom(process, roots(process));
  const ends = [...process.nodes.values()].filter(({ type }) => type === 'EndEvent').map(({ id }) => id);
  const ending = leadingTo(process, ends);
  const found: Finding[] = [];
  for (const node of process.nodes.values()) {
    const place = { file: PROCESS, element: node.id };
    const isEnd = node.type === 'EndEvent';
    if (!reached.has(node.id)) {
      found.push(finding(isEnd ? 'endUnreachable' : 'nodeUnreachable', place, { name: nameOf(node) }));
    }
    if (!ending.has(node.id) && node.element.get('isForCompensation') !== true)
      found.push(finding('nodeStuck', place, { name: nameOf(node) }));
  }
  return found;
}

function lintDiagram({ bpmn, process }: PackUnderLint): Finding[] {
  const drawn = new Set<string>();
  // Written by hand or by a program: one thing to do, not one for each element.
  if (elementsOf(bpmn.definitions, 'diagrams').length === 0)
    return [finding('diagramMissing', { file: PROCESS })];
  for (const diagram of elementsOf(bpmn.definitions, 'diagrams')) {
    const plane = elementOf(diagram, 'plane');
    for (const shape of plane ? elementsOf(plane, 'planeElement') : []) {
      const complete =
        shape.$type === 'bpmndi:BPMNEdge'
          ? elementsOf(shape, 'waypoint').length > 1
          : elementOf(shape, 'bounds');
      if (complete) drawn.add(elementOf(shape, 'bpmnElement')?.id ?? '');
    }
  }
  const incomplete = (id: string, name: string | Text) =>
    drawn.has(id) ? [] : [finding('diagramIncomplete', { file: PROCESS, element: id }, { name })];
  return [
    ...[...process.nodes.values()].flatMap((node) => incomplete(node.id, nameOf(node))),
    ...process.flows.flatMap((flow) => incomplete(flow.id, flowNameOf(flow, process))),
  ];
}
