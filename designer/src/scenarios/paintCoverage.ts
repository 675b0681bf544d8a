import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { paintMarks } from '../bpmn/paintMarks.ts';
import type { Coverage } from './ScenarioReport.ts';

/** Above the name, which events and gateways have below. */
const position = { bottom: 18, right: 12 };

/** Marks what scenarios have passed with a tick and what none has with a line through; answers how to take it away. */
export function paintCoverage(modeler: ModelerLike, { nodes, flows }: Coverage): () => void {
  const markerOf = (passed: boolean) => (passed ? 'owd-covered' : 'owd-uncovered');
  return paintMarks(modeler, 'onewindow-coverage', [
    ...nodes.map(({ id, passed }) => ({
      id,
      marker: markerOf(passed),
      badge: {
        className: `owd-cover-badge ${passed ? 'passed' : 'left'}`,
        text: passed ? '✓' : '○',
        position,
      },
    })),
    ...flows.map(({ id, passed }) => ({ id, marker: markerOf(passed) })),
  ]);
}
