import type { BpmnElement, ModelerLike } from '../bpmn/modelerTypes.ts';
import type { Box } from './drawnParts.ts';

interface Frame extends Readonly<Box> {
  /** Whether its name stands at its left side; undefined where the file does not say. */
  readonly isHorizontal: unknown;
}

interface Context {
  readonly frames: ReadonlyMap<string, Readonly<Box>>;
  before?: ReadonlyMap<string, Frame>;
}

/** An element with the part of the file that draws it. */
type Drawn = { -readonly [K in keyof Box]: number } & Omit<BpmnElement, keyof Box> & {
    readonly di: {
      readonly bounds: { set(name: string, value: number): void };
      get(name: string): unknown;
      set(name: string, value: unknown): void;
    };
  };

/**
 * Handler of a command that gives pools and lanes their place and size and moves nothing that lies in them. The modeler's own
 * resizing pushes neighbours, and its moving takes along what lies inside.
 */
export function setFrames(modeler: () => ModelerLike): object {
  const registry = () => modeler().get('elementRegistry');
  const put = (frames: ReadonlyMap<string, Frame>): BpmnElement[] =>
    [...frames].flatMap(([id, { isHorizontal, ...box }]) => {
      const element = registry().get(id) as Drawn | undefined;
      if (element === undefined) return [];
      Object.assign(element, box);
      for (const [name, value] of Object.entries(box)) element.di.bounds.set(name, value);
      element.di.set('isHorizontal', isHorizontal);
      return [element as BpmnElement];
    });
  return {
    execute: (context: Context) => {
      const before = new Map<string, Frame>();
      for (const id of context.frames.keys()) {
        const element = registry().get(id) as Drawn | undefined;
        if (element === undefined) continue;
        const { x, y, width, height } = element;
        before.set(id, { x, y, width, height, isHorizontal: element.di.get('isHorizontal') });
      }
      context.before = before;
      return put(new Map([...context.frames].map(([id, box]) => [id, { ...box, isHorizontal: true }])));
    },
    revert: ({ before = new Map() }: Context) => put(before),
  };
}
