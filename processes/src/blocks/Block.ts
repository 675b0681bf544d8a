import type { Text } from '../schema/text.ts';

/** One node of a block; `col` and `row` are its cell, row 0 the line of the flow that it is put into. */
export interface BlockNode {
  readonly id: string;
  readonly type:
    | 'bpmn:UserTask'
    | 'bpmn:ServiceTask'
    | 'bpmn:ExclusiveGateway'
    | 'bpmn:ParallelGateway'
    | 'bpmn:IntermediateCatchEvent';
  readonly name: string;
  readonly documentation?: string;
  readonly col: number;
  readonly row: number;
  readonly form?: string;
  readonly candidateGroups?: string;
  /** Topic of an external task and its input parameters. */
  readonly topic?: string;
  readonly input?: Readonly<Record<string, string>>;
  /** How many at once: parallel multi-instance. */
  readonly loopCardinality?: string;
  /** Expression of a timer. */
  readonly timeDate?: string;
  /** Id of the flow that is taken when no condition holds. */
  readonly default?: string;
}

export interface BlockFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: string;
  /** Of a way back: so many half rows above the line it bows. */
  readonly bow?: number;
}

/**
 * A part of a process that designers reuse, with its forms, limits and whatever it needs in `pack.yaml`. In its texts
 * `{{n}}` stands for the number that makes names unique and `{{department}}` for the department of the pack.
 */
export interface Block {
  readonly key: string;
  readonly name: Text;
  readonly description: Text;
  /** Words under which it is found beside its names. */
  readonly keywords: readonly string[];
  readonly entry: string;
  readonly exit: string;
  readonly nodes: readonly BlockNode[];
  readonly flows: readonly BlockFlow[];
  /** Parts of `pack.yaml`: entries of `steps` and of lists are added, other parts only where the pack has none. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** New files: a text, or JSON. */
  readonly files: Readonly<Record<string, unknown>>;
}
