import type { Picture } from './deviceBridge.ts';
import cards from './simulatedCards.json' with { type: 'json' };

/** Documents of people who do not exist; numbers with valid check characters. */
export const simulatedCards = cards;

/** A drawn face, the same for the same hue. */
export function drawFace(hue: number): Picture {
  return draw(240, 300, (pen) => {
    pen.fillStyle = `hsl(${hue} 40% 85%)`;
    pen.fillRect(0, 0, 240, 300);
    pen.fillStyle = `hsl(${hue} 45% 45%)`;
    pen.beginPath();
    pen.arc(120, 120, 60, 0, 2 * Math.PI);
    pen.ellipse(120, 280, 95, 80, 0, 0, 2 * Math.PI);
    pen.fill();
  });
}

/** A page of paper with lines of writing and its number. */
export function drawPage(number: number): Picture {
  return draw(826, 1169, (pen) => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 826, 1169);
    pen.fillStyle = '#222';
    pen.font = '40px sans-serif';
    pen.fillText(`${new Date().toISOString().slice(0, 10)} - ${number}`, 80, 120);
    for (let line = 0; line < 30; line += 1) pen.fillRect(80, 180 + line * 30, 640 - ((line * 37) % 220), 6);
  });
}

export function drawSignature(): Picture {
  return draw(480, 200, (pen) => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 480, 200);
    pen.lineWidth = 6;
    pen.beginPath();
    pen.moveTo(40, 140);
    pen.bezierCurveTo(120, 10, 160, 210, 220, 90);
    pen.bezierCurveTo(280, 20, 320, 190, 440, 70);
    pen.stroke();
  });
}

function draw(width: number, height: number, paint: (pen: CanvasRenderingContext2D) => void): Picture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  paint(pen);
  return { mediaType: 'image/jpeg', data: canvas.toDataURL('image/jpeg', 0.9).replace(/^[^,]*,/, '') };
}
