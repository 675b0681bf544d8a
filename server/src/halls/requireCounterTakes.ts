import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { HallDocument, SeatDocument } from './model.ts';
import { readHall } from './readHall.ts';
import { type TakableItem, takesItem } from './takesItem.ts';

/**
 * A clerk who sits at a counter opens only what the counter takes. A counter that was taken away from the hall takes nothing.
 * Throws AppError `counterTakesNot`, which names the counters that do, here or in the district hall.
 */
export async function requireCounterTakes(
  app: AppContext,
  seat: Pick<SeatDocument, 'hallId' | 'counter'>,
  item: TakableItem & { itemName: string },
): Promise<void> {
  const hall = await readHall(app, seat.hallId);
  const counter = hall.counters.find(({ no }) => no === seat.counter);
  if (counter !== undefined && takesItem(counter.takes, item)) return;
  throw new AppError('counterTakesNot', {
    params: { counter: seat.counter, item: item.itemName, where: await whereTaken(app, hall, item) },
  });
}

async function whereTaken(app: AppContext, hall: HallDocument, item: TakableItem): Promise<string> {
  const here = countersTaking(hall, item);
  if (here.length > 0) return `${hall.name} ${here.join('、')}`;
  const central = app.organisation
    .departments()
    .find(({ level, duties }) => level === 'district' && duties.includes('window operator'));
  if (central === undefined || central.departmentId === hall.hallId) return '—';
  const district = await readHall(app, central.departmentId);
  const there = countersTaking(district, item);
  return there.length === 0 ? '—' : `${district.name} ${there.join('、')}`;
}

function countersTaking(hall: HallDocument, item: TakableItem): string[] {
  return hall.counters.filter(({ takes }) => takesItem(takes, item)).map(({ no }) => no);
}
