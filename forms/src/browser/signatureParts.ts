import type { ViewTexts } from './viewTexts.ts';

const [WIDTH, HEIGHT] = [520, 160];
let count = 0;

/** The box to sign in and, for those who cannot draw, the name to type. `onSign` gets the drawing, or null and the name. */
export function drawSigningPlace(options: {
  texts: ViewTexts['signature'];
  label: string;
  onSign: (drawn: HTMLCanvasElement | null, name: string) => void;
}): HTMLElement {
  const { texts, label, onSign } = options;
  count += 1;
  const pad = document.createElement('canvas');
  pad.width = WIDTH;
  pad.height = HEIGHT;
  pad.className = 'ow-pad';
  pad.setAttribute('role', 'img');
  pad.setAttribute('aria-label', `${texts.draw} ${label}`);
  const drawing = followPen(pad);
  const said = document.createElement('p');
  said.className = 'form-text';
  said.setAttribute('role', 'status');
  said.textContent = texts.drawHelp;
  const useDrawn = drawButton(texts.useDrawn, () => {
    if (drawing.isEmpty()) said.textContent = texts.nothingDrawn;
    else onSign(pad, '');
  });
  const name = document.createElement('input');
  name.type = 'text';
  name.id = `ow-signer-${count}`;
  name.maxLength = 50;
  name.autocomplete = 'name';
  name.className = 'form-control';
  const nameLabel = document.createElement('label');
  nameLabel.htmlFor = name.id;
  nameLabel.textContent = texts.typed;
  const sign = () => {
    if (name.value.trim() !== '') return onSign(null, name.value.trim());
    said.textContent = texts.nothingTyped;
    name.focus();
  };
  // Enter signs, and does not send the form around it.
  name.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    sign();
  });
  const place = document.createElement('div');
  place.append(
    pad,
    said,
    row(drawButton(texts.clear, drawing.clear), useDrawn),
    nameLabel,
    row(name, drawButton(texts.useTyped, sign)),
  );
  return place;
}

export function drawButton(words: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary ow-choose';
  button.textContent = words;
  button.addEventListener('click', onPress);
  return button;
}

function row(...parts: readonly HTMLElement[]): HTMLElement {
  const line = document.createElement('div');
  line.className = 'ow-sign-row';
  line.append(...parts);
  return line;
}

/** Draws where pen, finger or mouse goes. */
function followPen(pad: HTMLCanvasElement): { isEmpty: () => boolean; clear: () => void } {
  const context = pad.getContext('2d');
  let drawing = false;
  let empty = true;
  const at = (event: PointerEvent): [number, number] => {
    const box = pad.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * pad.width) / box.width,
      ((event.clientY - box.top) * pad.height) / box.height,
    ];
  };
  pad.addEventListener('pointerdown', (event) => {
    drawing = true;
    pad.setPointerCapture(event.pointerId);
    context?.beginPath();
    context?.moveTo(...at(event));
    event.preventDefault();
  });
  pad.addEventListener('pointermove', (event) => {
    if (!drawing || context === null) return;
    context.lineWidth = 3;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = '#10233f';
    context.lineTo(...at(event));
    context.stroke();
    empty = false;
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    pad.addEventListener(end, () => {
      drawing = false;
    });
  return {
    isEmpty: () => empty,
    clear: () => {
      context?.clearRect(0, 0, pad.width, pad.height);
      empty = true;
    },
  };
}
