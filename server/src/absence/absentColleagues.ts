import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { absentToday } from './listAbsences.ts';

/** The colleagues of the own department who are away today and for whom this person stands in. */
export async function absentColleagues(
  app: AppContext,
  actor: Actor,
): Promise<{ id: string; name: string; toDay: string }[]> {
  const away = await absentToday(app, actor.department.id);
  return [...away.values()].flatMap(({ deputyId, userId, userName, toDay }) =>
    deputyId === actor.id ? [{ id: userId, name: userName, toDay }] : [],
  );
}
