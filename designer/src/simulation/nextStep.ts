import type { FlowGraph } from './flowGraph.ts';
import { type Given, restOf, type Simulation } from './simulate.ts';

/**
 * The token that can go on without anybody having to choose: its work has no outcomes to choose from. Null where every token
 * waits for a choice, a value or another branch.
 */
export function nextStep(
  graph: FlowGraph,
  simulation: Simulation,
  given: Given,
  hasOutcomes: (id: string) => boolean,
): number | null {
  const token = simulation.tokens.find(
    (one) => restOf(graph, simulation, one, given).kind === 'work' && !hasOutcomes(one.at),
  );
  return token?.id ?? null;
}
