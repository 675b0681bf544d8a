import type { ProcessGraph } from '../bpmn/readBpmn.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { completionVariables } from '../schema/processVariables.ts';

/** The variables that a case has once it has passed an element, by the element's id. */
export function givenBy(graph: ProcessGraph, manifest: PackManifest): Map<string, Set<string>> {
  const given = new Map<string, Set<string>>();
  for (const node of graph.nodes.values()) {
    const names = new Set<string>();
    const result = node.element.get('camunda:resultVariable');
    if (typeof result === 'string' && result !== '') names.add(result);
    const step = manifest.steps[node.id];
    if (node.type === 'UserTask' && step !== undefined)
      for (const name of givenByStep(node.id, step, manifest)) names.add(name);
    given.set(node.id, names);
  }
  return given;
}

/** What the server sets when a step is completed (`inbox/completeTask.ts`, `recordProcedures`). */
function givenByStep(key: string, step: PackManifest['steps'][string], manifest: PackManifest): string[] {
  const { joint, hearing } = manifest;
  return [
    'outcome',
    ...(step.decision ? completionVariables : []),
    ...step.variables.map(({ name }) => name),
    ...step.effects.flatMap((effect) => {
      if ('startPublicNotice' in effect) return [effect.startPublicNotice.variable];
      return 'dispatch' in effect && effect.dispatch.variable !== undefined ? [effect.dispatch.variable] : [];
    }),
    ...joint
      .filter(
        ({ opinions, dissentMeeting }) =>
          opinions.some((opinion) => opinion.step === key) || dissentMeeting?.step === key,
      )
      .map(({ variable }) => variable),
    ...ofPanels(key, manifest),
    ...(hearing?.course === undefined ? [] : [hearing.course.variable]),
  ];
}

/** The variables of a panel are set where its experts are appointed and where they give their opinions. */
function ofPanels(key: string, { steps }: PackManifest): string[] {
  return Object.entries(steps).flatMap(([at, { panel }]) => {
    const members = panel?.members;
    if (members === undefined) return [];
    return at === key || members.appointedBy.includes(key) ? [members.count, members.variable] : [];
  });
}
