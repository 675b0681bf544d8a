import type { Detector, TrailEvent } from './trail.ts';

/** The list of corrections has the number `lists` or a higher one: art. 32 wants all of them told at once. */
export const repeatedSupplements: Detector = ({ fresh, events }, { lists = 2 }) =>
  fresh.flatMap((event) => {
    const round = Number(event.details['round']);
    if (event.type !== 'supplementRequested' || round < lists) return [];
    const earlier = events.filter(({ type, seq }) => type === event.type && seq <= event.seq);
    return [
      {
        key: String(round),
        rests: earlier.map(({ seq }) => seq),
        details: { count: round, limit: lists },
      },
    ];
  });

/** Corrections were told more than `workdays` working days after the papers had come (again). */
export const supplementLate: Detector = ({ fresh, events, workdays }, { workdays: most = 5 }) =>
  fresh.flatMap((event) => {
    if (event.type !== 'supplementRequested') return [];
    const came = events.findLast(
      ({ type, seq }) => (type === 'received' || type === 'resubmitted') && seq < event.seq,
    );
    if (came === undefined) return [];
    const days = workdays(came.at, event.at);
    if (days <= most) return [];
    return [
      { key: String(event.details['round']), rests: [came.seq, event.seq], details: { days, limit: most } },
    ];
  });

/** A material was asked of the applicant that the license store holds. */
export const heldMaterialAsked: Detector = ({ fresh, held }) =>
  fresh.flatMap((event) => {
    const materials = materialsAsked(event).filter((key) => held.has(key));
    return materials.length === 0
      ? []
      : [{ key: String(event.seq), rests: [event.seq], details: { materials: materials.join(',') } }];
  });

/** Keys of the materials that an event asks the applicant for. */
export function materialsAsked({ type, details }: Pick<TrailEvent, 'type' | 'details'>): string[] {
  if (type === 'materialsRequested') return list(details['materials']).map(String);
  if (type !== 'supplementRequested') return [];
  return list(details['items']).flatMap((item) => {
    const key = (item as { materialKey?: string | undefined }).materialKey;
    return key === undefined ? [] : [key];
  });
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
