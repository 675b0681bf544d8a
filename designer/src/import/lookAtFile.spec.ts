import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookAtFile } from './lookAtFile.ts';

const acme = readFileSync(
  new URL('../../../processes/fixtures/foreign/default-namespace.bpmn', import.meta.url),
  'utf8',
);
const withoutDrawing = (text: string) => text.replace(/\s*<(\w+:)?BPMNDiagram[\s\S]*<\/\1BPMNDiagram>/, '');
const look = (text: string) =>
  lookAtFile({ name: 'acme.bpmn', bytes: new TextEncoder().encode(text), packCode: 'acme-review' });

describe('a process without a drawing', () => {
  it('is laid out as it comes in: every element is drawn, and no other character changes', async () => {
    const drawn = await look(acme);
    const bare = await look(withoutDrawing(acme));
    assert.ok(bare.notes.some(({ level, zh }) => level === 'adapted' && zh.includes('已自动排布')));
    const shapes = (text: string | null) =>
      [...(text ?? '').matchAll(/<\w+:BPMNShape[^>]* bpmnElement="([^"]+)"/g)].map(([, id]) => id).sort();
    assert.deepEqual(shapes(bare.text), shapes(drawn.text));
    assert.equal(withoutDrawing(bare.text ?? ''), withoutDrawing(drawn.text ?? ''));
  });

  it('is drawn below the others where there are several, in their pools, with the messages between them', async () => {
    const pools = readFileSync(
      new URL('../../../processes/fixtures/foreign/two-pools.bpmn', import.meta.url),
      'utf8',
    );
    const bare = pools.replace(/\s*<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
    const { text, notes } = await look(bare);
    assert.ok(notes.some(({ level, zh }) => level === 'adapted' && zh.includes('上下排布')));
    const boxes = boxesOf(text ?? '');
    for (const id of ['received', 'sub', 'work', 'late', 'done'])
      assert.ok(isInside(boxes, id, 'office'), id);
    assert.ok(isInside(boxes, 'apply', 'applicant'));
    const [office, applicant] = [boxes.get('office'), boxes.get('applicant')];
    assert.ok(office && applicant && office.y + office.height < applicant.y);
    assert.equal(office.width, applicant.width);
    assert.match(text ?? '', /<bpmndi:BPMNEdge[^>]* bpmnElement="sends"/);
  });
});

type Box = { x: number; y: number; width: number; height: number };

function boxesOf(text: string): Map<string, Box> {
  return new Map(
    [...text.matchAll(/bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds ([^>]*)\/>/g)].map(([, id = '', of = '']) => {
      const read = (name: string) => Number(new RegExp(`\\b${name}="([^"]+)"`).exec(of)?.[1]);
      return [id, { x: read('x'), y: read('y'), width: read('width'), height: read('height') }];
    }),
  );
}

function isInside(boxes: ReadonlyMap<string, Box>, id: string, pool: string): boolean {
  const [inner, outer] = [boxes.get(id), boxes.get(pool)];
  return (
    inner !== undefined &&
    outer !== undefined &&
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
