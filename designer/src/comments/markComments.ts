import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { paintMarks } from '../bpmn/paintMarks.ts';

/** Paints the number of open comments at each element; answers how to take them away. The outline says it in words. */
export function markComments(modeler: ModelerLike, counts: ReadonlyMap<string, number>): () => void {
  const marks = [...counts].map(([id, count]) => ({
    id,
    marker: 'owd-commented',
    badge: {
      className: 'owd-comment-badge',
      text: String(count),
      position: { top: -14, left: -8 },
    },
  }));
  return paintMarks(modeler, 'onewindow-comment', marks);
}
