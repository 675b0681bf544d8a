import type { ModelerLike, ViewBox } from '../bpmn/modelerTypes.ts';

/** Units of the drawing by which two views may differ and still show the same. */
const TOLERANCE = 0.5;

/** What two drawings show moves together from now on: scrolled or zoomed in one, the other follows. */
export function moveTogether(one: ModelerLike, other: ModelerLike): void {
  const follow = (from: ModelerLike, to: ModelerLike) => {
    const [wanted, now] = [boxOf(from), boxOf(to)];
    // The follower tells of its move in turn: there it ends.
    if (!same(wanted, now)) to.get('canvas').viewbox(wanted);
  };
  one.get('eventBus').on('canvas.viewbox.changed', () => follow(one, other));
  other.get('eventBus').on('canvas.viewbox.changed', () => follow(other, one));
}

function boxOf(viewer: ModelerLike): ViewBox {
  const { x, y, width, height } = viewer.get('canvas').viewbox();
  return { x, y, width, height };
}

function same(one: ViewBox, other: ViewBox): boolean {
  return (['x', 'y', 'width', 'height'] as const).every(
    (side) => Math.abs(one[side] - other[side]) < TOLERANCE,
  );
}
