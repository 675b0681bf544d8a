import { createHash } from 'node:crypto';
import { Canvas } from './Canvas.ts';
import { chineseDate } from './chineseDate.ts';
import { DocumentFlow } from './DocumentFlow.ts';
import { type DocumentData, type DocumentTemplate, documentTemplateSchema } from './documentTemplate.ts';
import { SEAL_DIAMETER } from './drawSeal.ts';
import { interpolate, lookUp } from './interpolate.ts';
import type { Composition } from './LayoutWriter.ts';
import { qrPath } from './qrCode.ts';

const red = '#c8161d';
/** Points of the signature block; the seal may reach a little into the margin below. */
const signatureHeight = SEAL_DIAMETER - 2;

/**
 * Draws a statutory document: heading of the issuing body, title, number, addressee, body, signature block with the
 * place of the seal, QR code, page numbers. The same input gives the same bytes.
 * Throws `templateDataMissing` naming the path; a ZodError when the template is not one.
 */
export async function composeDocument(template: DocumentTemplate, data: DocumentData): Promise<Composition> {
  const plan = documentTemplateSchema.parse(template);
  const values = {
    ...data.values,
    number: data.number,
    body: data.body,
    issuedDay: chineseDate(data.issuedDay),
  };
  const canvas = await Canvas.create({
    title: `${plan.title} ${data.number}`,
    author: data.body.name,
    at: data.at,
    identity: createHash('sha256')
      .update(JSON.stringify([plan, data]))
      .digest('hex')
      .slice(0, 32),
  });
  await canvas.useFonts('serif', 'serifBold', 'sans', 'sansMedium');
  for (const block of plan.blocks)
    if (block.type === 'picture') await canvas.usePicture(String(lookUp(values, block.from) ?? ''));
  const flow = new DocumentFlow(canvas);
  drawHeading(canvas, flow, plan.title, data);
  if (plan.addressee) flow.plain(interpolate(plan.addressee, values));
  const blocks = plan.blocks.filter(({ when }) => when === undefined || !isAbsent(lookUp(values, when)));
  blocks.forEach((block, index) => {
    const last = index >= blocks.length - (block.type === 'heading' ? 2 : 1);
    flow.block(block, values, last ? signatureHeight : 0);
  });
  const sealBox = drawSignature(canvas, flow, data);
  if (plan.note) drawNote(canvas, flow, plan.note);
  for (let page = 0; page < canvas.pageCount; page++) {
    const label = `— ${page + 1} / ${canvas.pageCount} —`;
    const style = { font: 'serif', size: 10, colour: '#444444' } as const;
    canvas.text(page, label, (flow.pageWidth - canvas.measure(label, style)) / 2, 36, style);
  }
  return {
    pdf: await canvas.save(),
    pages: canvas.pageCount,
    sealBox,
    missingCharacters: [...canvas.missingCharacters],
  };
}

function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function drawHeading(canvas: Canvas, flow: DocumentFlow, title: string, data: DocumentData): void {
  const { left, right, pageWidth } = flow;
  const centred = (
    text: string,
    y: number,
    style: { font: 'serifBold'; size: number; colour: string; spacing: number },
  ): void => canvas.text(0, text, (pageWidth - canvas.measure(text, style) + style.spacing) / 2, y, style);
  const room = right - left;
  const spacing = 3;
  const width = canvas.measure(data.body.name, { font: 'serifBold', size: 26, spacing });
  centred(data.body.name, 768, {
    font: 'serifBold',
    size: Math.min(26, (26 * room) / width),
    colour: red,
    spacing,
  });
  const rule = (y: number, weight: number): string => `${weight} w ${left} ${y} m ${right} ${y} l S`;
  canvas.draw(0, `0.784 0.086 0.114 RG ${rule(751, 2.2)} ${rule(747.5, 0.7)}`);
  centred(title, 710, { font: 'serifBold', size: 22, colour: '#000000', spacing: 2 });
  const style = { font: 'serif', size: 12 } as const;
  canvas.text(0, data.number, (pageWidth - canvas.measure(data.number, style)) / 2, 686, style);
  flow.startAt(664);
}

/** QR code on the left, body and date on the right with the seal's centre over them. Kept on one page. */
function drawSignature(canvas: Canvas, flow: DocumentFlow, data: DocumentData): Composition['sealBox'] {
  const height = signatureHeight;
  flow.reserve(height);
  const { page } = flow;
  const top = flow.y;
  const style = { font: 'serif', size: 14 } as const;
  const day = chineseDate(data.issuedDay);
  const nameWidth = canvas.measure(data.body.name, style);
  const dayWidth = canvas.measure(day, style);
  const half = Math.max(nameWidth, SEAL_DIAMETER) / 2;
  const centre = flow.right - half - 4;
  const middle = top - height / 2 - 4;
  canvas.text(page, data.body.name, centre - nameWidth / 2, middle + 6, style);
  canvas.text(page, day, centre - dayWidth / 2, middle - 20, style);
  const size = 78;
  const qrY = middle - size / 2 + 6;
  canvas.draw(page, `0 g ${qrPath(data.qr.text, flow.left, qrY, size)}\nf`);
  const caption = { font: 'sans', size: 8, colour: '#444444' } as const;
  canvas.text(page, data.qr.caption, flow.left, qrY - 13, caption);
  flow.skip(height);
  return {
    page,
    x: centre - SEAL_DIAMETER / 2,
    y: middle - SEAL_DIAMETER / 2,
    width: SEAL_DIAMETER,
    height: SEAL_DIAMETER,
  };
}

function drawNote(canvas: Canvas, flow: DocumentFlow, note: string): void {
  const style = { font: 'sans', size: 8.5, colour: '#555555' } as const;
  canvas.draw(flow.page, `0.6 G 0.4 w ${flow.left} 66 m ${flow.right} 66 l S`);
  canvas.text(flow.page, `注：${note}`, flow.left, 53, style);
}
