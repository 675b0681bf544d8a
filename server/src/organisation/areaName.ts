import type { AppContext } from '../app/appContext.ts';

/** What a town or village is called; cases name it by the id of the body that governs it. */
export function areaName(app: AppContext, id: string): string {
  const body = app.organisation.findDepartment(id);
  return (
    (body === undefined ? undefined : app.organisation.division(body.division)?.name) ?? body?.name ?? id
  );
}
