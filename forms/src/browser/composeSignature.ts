import { breakLines } from './breakLines.ts';
import type { ViewTexts } from './viewTexts.ts';

const [WIDTH, LINE, MARGIN] = [560, 26, 20];
const FONT = '"WenQuanYi Micro Hei", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/** One PNG with what is signed: the statement, the drawing or the typed name, the day (Shanghai). Throws Error where the browser cannot draw. */
export async function composeSignature(input: {
  drawn: HTMLCanvasElement | null;
  name: string;
  statement: string;
  words: ViewTexts['signature'];
}): Promise<Blob> {
  const { drawn, name, statement, words } = input;
  const sheet = document.createElement('canvas');
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.font = `16px ${FONT}`;
  const lines = breakLines(statement, (text) => context.measureText(text).width, WIDTH - 2 * MARGIN);
  const head = MARGIN + lines.length * LINE;
  sheet.width = WIDTH;
  sheet.height = head + 180 + LINE + MARGIN;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.fillStyle = '#1c2530';
  // The size of the sheet has reset the font.
  context.font = `16px ${FONT}`;
  lines.forEach((line, at) => {
    context.fillText(line, MARGIN, MARGIN + (at + 0.7) * LINE);
  });
  if (drawn === null) {
    context.font = `36px ${FONT}`;
    context.fillText(words.typedName(name), MARGIN, head + 100, WIDTH - 2 * MARGIN);
  } else context.drawImage(drawn, MARGIN, head + 10);
  context.font = `14px ${FONT}`;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  context.fillText(words.signedOn(day), MARGIN, sheet.height - MARGIN);
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
