import type { SatisfactionDocument } from './model.ts';

/** Of the finding behind a bad rating: each reply that did not settle it opens another. */
export function effectKeyOf({ _id, earlier }: Pick<SatisfactionDocument, '_id' | 'earlier'>): string {
  const rounds = earlier?.length ?? 0;
  return rounds === 0 ? `satisfaction:${_id}` : `satisfaction:${_id}:${rounds + 1}`;
}
