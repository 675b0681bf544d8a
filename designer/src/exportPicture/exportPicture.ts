import type { ModelerLike } from '../bpmn/modelerTypes.ts';

export type PictureKind = 'svg' | 'png' | 'pdf';

/** Pixels on the longer side at most: more than that some browsers refuse. */
const LARGEST = 8000;

/** Saves the whole diagram as a file. `name` without ending. Throws when the browser cannot draw it. */
export async function exportPicture(modeler: ModelerLike, kind: PictureKind, name: string): Promise<void> {
  const { svg } = await modeler.saveSVG();
  if (kind === 'svg') {
    save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
    return;
  }
  const { blob, width, height } = await drawPng(svg);
  if (kind === 'png') {
    save(blob, `${name}.png`);
    return;
  }
  // Comes only when it is asked for.
  const { PDFDocument } = await import('pdf-lib');
  const document = await PDFDocument.create();
  document.setTitle(name);
  const picture = await document.embedPng(await blob.arrayBuffer());
  // A diagram unit is a CSS pixel, 0.75 points; 36 points of margin.
  const [across, down] = [width * 0.75, height * 0.75];
  const page = document.addPage([across + 72, down + 72]);
  page.drawImage(picture, { x: 36, y: 36, width: across, height: down });
  save(new Blob([(await document.save()) as BlobPart], { type: 'application/pdf' }), `${name}.pdf`);
}

/** Opens the browser's print page with nothing but the diagram on it, under what it is. */
export async function printPicture(modeler: ModelerLike, title: string): Promise<void> {
  const { svg } = await modeler.saveSVG();
  const sheet = document.createElement('div');
  sheet.className = 'owd-print';
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  parsed.setAttribute('width', '100%');
  parsed.setAttribute('height', '100%');
  const head = document.createElement('h1');
  head.textContent = title;
  const picture = document.createElement('div');
  picture.append(document.adoptNode(parsed));
  sheet.append(head, picture);
  document.body.append(sheet);
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  print();
}

async function drawPng(svg: string): Promise<{ blob: Blob; width: number; height: number }> {
  const [, width = 0, height = 0] =
    /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (width === 0 || height === 0) throw new Error('the diagram is empty');
  const scale = Math.min(2, LARGEST / Math.max(width, height));
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  return { blob, width, height };
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
