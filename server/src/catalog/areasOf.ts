import type { AppContext } from '../app/appContext.ts';

/** Towns with their villages, by the departments that serve them. */
export function areasOf(app: AppContext) {
  return app.organisation.towns().flatMap((town) => {
    const body = app.organisation.departmentOfDivision(town.code);
    if (body === undefined) return [];
    const villages = app.organisation.villagesOf(town.code).flatMap((village) => {
      const point = app.organisation.departmentOfDivision(village.code);
      return point === undefined ? [] : [{ id: point.departmentId, name: village.name }];
    });
    return [{ town: { id: body.departmentId, name: town.name }, villages }];
  });
}
