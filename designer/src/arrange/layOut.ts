import { addDrawing } from './addDrawing.ts';
import type { Moddle, Part } from './drawnParts.ts';
import { givePools } from './givePools.ts';
import { drawPools } from './layOutPools.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The picture part of a laid out process, as XML; where the file has pools, of all of them, one below the other with their
 * lanes. Throws when it cannot be laid out.
 */
export async function drawLayout(xml: string): Promise<string> {
  const { layoutProcess, moddle } = await tools();
  const { rootElement } = await moddle.fromXML(xml);
  const layOut = async (definitions: Part) => {
    joinUp(definitions);
    return layoutProcess((await moddle.toXML(definitions)).xml);
  };
  const roots = ((rootElement as Part).get('rootElements') ?? []) as Part[];
  const pooled = roots.some(({ $type }) => $type === 'bpmn:Collaboration');
  return pooled ? drawPools(xml, moddle, layOut) : layOut(rootElement as Part);
}

/**
 * A file without a drawing with one, every other character as it was: a process laid out, several one below the other in pools
 * with their lanes, which they are given where they have none. Throws when it cannot be laid out.
 */
export async function withDrawing(xml: string): Promise<string> {
  const whole = givePools(xml);
  return addDrawing(whole, await drawLayout(whole));
}

/** They come only when they are asked for. */
async function tools() {
  const [{ layoutProcess }, { BpmnModdle }] = await Promise.all([
    import('bpmn-auto-layout'),
    import('bpmn-moddle'),
  ]);
  return { layoutProcess, moddle: new BpmnModdle() as unknown as Moddle };
}

/** Tells every node of its flows: the layout follows `incoming` and `outgoing`, which other tools leave out. */
function joinUp(part: Part): void {
  const parts = ['rootElements', 'flowElements'].flatMap((name) => (part.get(name) ?? []) as Part[]);
  for (const inner of parts) {
    if (/Process$/.test(inner.$type)) joinUp(inner);
    if (inner.$type !== 'bpmn:SequenceFlow') continue;
    for (const [end, list] of [
      ['sourceRef', 'outgoing'],
      ['targetRef', 'incoming'],
    ] as const) {
      const flows = (inner.get(end) as Part | undefined)?.get(list) as Part[] | undefined;
      if (flows !== undefined && !flows.includes(inner)) flows.push(inner);
    }
  }
}
