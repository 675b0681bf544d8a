import { useMemo, useState } from 'react';
import type { FlowGraph } from './flowGraph.ts';
import { begin, choose, complete, type Given, goOn, interrupt, type Simulation } from './simulate.ts';

interface Step {
  readonly simulation: Simulation;
  readonly given: Given;
}

export interface Simulating extends Step {
  readonly canGoBack: boolean;
  /** The work at a token is done; what it found out is given. */
  readonly complete: (token: number, found?: Given) => void;
  readonly choose: (token: number, flow: string) => void;
  readonly interrupt: (token: number, boundary: string) => void;
  /** Tells values; they are judged by `goOn`, or when the next branch asks for them. */
  readonly tell: (given: Given) => void;
  readonly goOn: () => void;
  readonly back: () => void;
  readonly again: () => void;
}

/** One walk through a flow; every step can be taken back. Another graph begins anew. */
export function useSimulation(graph: FlowGraph): Simulating {
  const start = useMemo<Step>(() => ({ simulation: begin(graph, {}), given: {} }), [graph]);
  const [walked, setWalked] = useState<{ graph: FlowGraph; steps: readonly Step[] }>({
    graph,
    steps: [start],
  });
  const steps = walked.graph === graph ? walked.steps : [start];
  const now = steps.at(-1) ?? start;
  const put = (next: readonly Step[]) => setWalked({ graph, steps: next });
  const step = (move: (simulation: Simulation, given: Given) => Simulation, given: Given = now.given) =>
    put([...steps, { simulation: move(now.simulation, given), given }]);
  return {
    ...now,
    canGoBack: steps.length > 1,
    complete: (token, found = {}) =>
      step((simulation, given) => complete(graph, simulation, token, given), { ...now.given, ...found }),
    choose: (token, flow) => step((simulation, given) => choose(graph, simulation, token, flow, given)),
    interrupt: (token, boundary) =>
      step((simulation, given) => interrupt(graph, simulation, token, boundary, given)),
    tell: (given) => put([...steps.slice(0, -1), { ...now, given }]),
    goOn: () => step((simulation, given) => goOn(graph, simulation, given)),
    back: () => put(steps.slice(0, -1)),
    again: () => put([start]),
  };
}
