import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { statutoryData } from '../fixtures/statutoryData.ts';
import { Canvas } from './Canvas.ts';
import { DocumentFlow } from './DocumentFlow.ts';
import type { DocumentBlock } from './documentTemplate.ts';
import { statutoryKinds, statutoryTemplate } from './statutoryTemplates.ts';

/** Height of a closing block, in points. */
const closing = 117;
const { body, number, values: told } = statutoryData();
const values = {
  remark: '请携带身份证件按时到场。',
  licenseChange: '第 2 版',
  ...told,
  number,
  body,
  issuedDay: '2026年11月23日',
};

describe('the end of a document', () => {
  let canvas: Canvas;

  before(async () => {
    canvas = await Canvas.create({ title: 't', author: 'a', at: new Date(0), identity: '0'.repeat(32) });
    await canvas.useFonts('serif', 'serifBold', 'sans', 'sansMedium');
  });

  /** Sets blocks from every height of a page, the last with what closes the document. */
  const everywhere = (
    blocks: readonly DocumentBlock[],
    check: (flow: DocumentFlow, from: number) => void,
  ) => {
    for (let from = 750; from > 90; from -= 7) {
      const flow = new DocumentFlow(canvas);
      flow.startAt(from);
      const first = flow.page;
      for (const [index, block] of blocks.entries())
        flow.block(block, values, index >= blocks.length - 2 ? closing : 0);
      const { page, y } = flow;
      if (page > first) assert.ok(y < 750, `nothing of the text on the second page, set from ${from}`);
      check(flow, from);
    }
  };

  for (const kind of statutoryKinds)
    it(`leaves no seal without text: ${kind}`, () => {
      const last = statutoryTemplate(kind).blocks.slice(-1);
      everywhere(last, (flow, from) => {
        const { page } = flow;
        flow.reserve(closing);
        assert.equal(flow.page, page, `from ${from}`);
      });
    });

  it('takes two lines of a long paragraph along, a short one whole, and a heading with it', () => {
    const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
    const lines = (flow: DocumentFlow) => Math.round((flow.pageHeight - 84 - flow.y) / 25);
    let broken = 0;
    for (const [block, least] of [
      [paragraph('本决定自送达之日起生效。'.repeat(12)), 2],
      [paragraph('本决定自送达之日起生效。'.repeat(5)), 2],
    ] as const)
      everywhere([block], (flow, from) => {
        if (flow.page === 0 || flow.y >= from) {
          broken += 1;
          assert.ok(lines(flow) >= least, `from ${from}`);
        }
      });
    assert.ok(broken > 10);
    const heading = { type: 'heading' as const, text: '三、其他' };
    everywhere([heading, paragraph('本决定自送达之日起生效。')], (flow, from) => {
      if (flow.y >= from) assert.equal(lines(flow), 2, `from ${from}`);
    });
  });
});
