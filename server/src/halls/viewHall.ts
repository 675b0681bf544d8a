import type { AppContext } from '../app/appContext.ts';
import { dispenserKey } from './dispenserKey.ts';
import type { HallDocument } from './model.ts';

/** What everybody may know of a hall. */
export function summariseHall({ hallId, name, address, level }: HallDocument) {
  return { id: hallId, name, address, level };
}

/** A hall for who arranges it. */
export function viewHall(app: AppContext, hall: HallDocument) {
  const { version, days, hours, groups, counters, rules } = hall;
  return {
    ...summariseHall(hall),
    version,
    days,
    hours,
    groups,
    counters,
    rules: { ...rules },
    dispenser: `/dispenser/${hall.hallId}#${dispenserKey(app, hall)}`,
    screen: `/screen/${hall.hallId}`,
  };
}
