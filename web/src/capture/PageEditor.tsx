import { Button, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Corners, type Point, wholePicture } from './pageShape.ts';
import { findPage, straighten, type Tone, tones } from './straighten.ts';

const cornerKeys = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
/** Part of the picture's longer side by which a corner moves at a press. */
const nudge = 0.01;

/**
 * Straightens one photographed page: its corners are found and can be dragged, moved with the arrow keys, or with the
 * buttons beneath; then it is sent as it is seen.
 */
export function PageEditor({
  photo,
  busy,
  onDone,
  onAgain,
}: {
  photo: ImageBitmap;
  busy: boolean;
  onDone: (page: Blob) => void;
  onAgain: () => void;
}) {
  const { t } = useTranslation();
  const [found] = useState(() => findPage(photo));
  const [corners, setCorners] = useState<Corners>(found ?? wholePicture(photo.width, photo.height));
  const [chosen, setChosen] = useState(0);
  const [tone, setTone] = useState<Tone>('colour');
  const [drawing, setDrawing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (canvas.current === null || !pen) return;
    pen.drawImage(photo, 0, 0, canvas.current.width, canvas.current.height);
  }, [photo]);
  const move = (at: number, to: Point) =>
    setCorners(
      (before) =>
        before.map((corner, index) =>
          index === at
            ? {
                x: Math.min(photo.width, Math.max(0, to.x)),
                y: Math.min(photo.height, Math.max(0, to.y)),
              }
            : corner,
        ) as Corners,
    );
  const step = nudge * Math.max(photo.width, photo.height);
  const push = (at: number, byX: number, byY: number) => {
    const corner = corners[at];
    if (corner !== undefined) move(at, { x: corner.x + byX * step, y: corner.y + byY * step });
  };
  const arrows: Readonly<Record<string, [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const drag = (event: React.PointerEvent, at: number) => {
    const frame = box.current?.getBoundingClientRect();
    if (frame === undefined || event.buttons === 0) return;
    move(at, {
      x: ((event.clientX - frame.left) / frame.width) * photo.width,
      y: ((event.clientY - frame.top) / frame.height) * photo.height,
    });
  };
  const share = (point: Point) => ({
    left: `${(point.x / photo.width) * 100}%`,
    top: `${(point.y / photo.height) * 100}%`,
  });
  const done = async () => {
    setDrawing(true);
    try {
      onDone(await straighten(photo, corners, tone));
    } finally {
      setDrawing(false);
    }
  };
  const scale = Math.min(1, 1000 / Math.max(photo.width, photo.height));
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <p role="status">{t(found === undefined ? 'capture.notFound' : 'capture.found')}</p>
      <div ref={box} className="ow-capture">
        <canvas
          ref={canvas}
          width={Math.round(photo.width * scale)}
          height={Math.round(photo.height * scale)}
          role="img"
          aria-label={t('capture.photo')}
        />
        <svg aria-hidden viewBox={`0 0 ${photo.width} ${photo.height}`} preserveAspectRatio="none">
          <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
        </svg>
        {corners.map((corner, at) => (
          <button
            key={cornerKeys[at]}
            type="button"
            className="ow-corner"
            style={share(corner)}
            aria-label={t(`capture.corner.${cornerKeys[at] ?? 'topLeft'}`)}
            aria-pressed={chosen === at}
            onFocus={() => setChosen(at)}
            onPointerDown={(event) => {
              setChosen(at);
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => drag(event, at)}
            onKeyDown={(event) => {
              const by = arrows[event.key];
              if (by === undefined) return;
              event.preventDefault();
              push(at, by[0], by[1]);
            }}
          />
        ))}
      </div>
      <div className="ow-row" role="group" aria-label={t('capture.moveCorner')}>
        <span>{t('capture.moving', { corner: t(`capture.corner.${cornerKeys[chosen] ?? 'topLeft'}`) })}</span>
        <Button aria-label={t('capture.left')} onClick={() => push(chosen, -1, 0)}>
          ←
        </Button>
        <Button aria-label={t('capture.right')} onClick={() => push(chosen, 1, 0)}>
          →
        </Button>
        <Button aria-label={t('capture.up')} onClick={() => push(chosen, 0, -1)}>
          ↑
        </Button>
        <Button aria-label={t('capture.down')} onClick={() => push(chosen, 0, 1)}>
          ↓
        </Button>
        <Button onClick={() => setCorners(wholePicture(photo.width, photo.height))}>
          {t('capture.whole')}
        </Button>
      </div>
      <Radio.Group
        aria-label={t('capture.tone.label')}
        value={tone}
        onChange={(event: { target: { value?: unknown } }) => setTone(event.target.value as Tone)}
        options={tones.map((value) => ({ value, label: t(`capture.tone.${value}`) }))}
      />
      <div className="ow-row">
        <Button type="primary" size="large" loading={busy || drawing} onClick={() => void done()}>
          {t('capture.send')}
        </Button>
        <Button size="large" disabled={busy || drawing} onClick={onAgain}>
          {t('capture.again')}
        </Button>
      </div>
    </div>
  );
}
