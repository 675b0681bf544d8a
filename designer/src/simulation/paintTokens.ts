import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { paintMarks } from '../bpmn/paintMarks.ts';
import type { Simulation } from './simulate.ts';

const badge = { className: 'owd-token-badge', text: '●', position: { top: -12, left: -8 } };

/** Marks where tokens rest and what they have passed; answers how to take it away. */
export function paintTokens(modeler: ModelerLike, { tokens, passed }: Simulation): () => void {
  return paintMarks(modeler, 'onewindow-simulation', [
    ...[...new Set(passed)].map((id) => ({ id, marker: 'owd-passed' })),
    ...[...new Set(tokens.map(({ at }) => at))].map((id) => ({ id, marker: 'owd-token', badge })),
  ]);
}
