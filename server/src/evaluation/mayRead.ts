import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { departmentsOf } from '../postings/departmentsOf.ts';
import { type Only, personOf } from './facts/subject.ts';
import type { SchemeKind } from './schemes/schemeFile.ts';

/** Digits of a division that name the town. */
const townDigits = 9;

/** Departments that a supervisor watches over: those of the own area; none for whoever is no supervisor. */
export function overseenBy(app: AppContext, actor: Actor): string[] {
  if (!actor.roles.includes('supervisor')) return [];
  const all = app.organisation.departments();
  if (actor.department.level === 'district') return all.map(({ departmentId }) => departmentId);
  const { division } = app.organisation.department(actor.department.id);
  const area = actor.department.level === 'town' ? division.slice(0, townDigits) : division;
  return all
    .filter((one) => one.level !== 'district' && one.division.startsWith(area))
    .map(({ departmentId }) => departmentId);
}

/** Whether the person watches over the whole district, and so may publish. */
export function overseesAll(actor: Actor): boolean {
  return actor.roles.includes('supervisor') && actor.department.level === 'district';
}

export function oversees(app: AppContext, actor: Actor, departmentId: string): boolean {
  return overseenBy(app, actor).includes(departmentId);
}

export interface SubjectRef {
  kind: SchemeKind;
  subjectId: string;
  departmentId: string;
}

/** A supervisor sees the area, a head the department and its people, anybody else only themselves. */
export function mayRead(
  app: AppContext,
  actor: Actor,
  { kind, subjectId, departmentId }: SubjectRef,
): boolean {
  if (kind !== 'department' && personOf(subjectId) === actor.id) return true;
  if (actor.roles.includes('head') && actor.department.id === departmentId) return true;
  return oversees(app, actor, departmentId);
}

/** Whom to look at for a person, for figures that are not published; null: nobody. */
export async function scopeOf(app: AppContext, actor: Actor, kind: SchemeKind): Promise<Only | null> {
  if (overseesAll(actor)) return {};
  const area = overseenBy(app, actor);
  if (area.length > 0) return { departmentIds: area };
  const own = { departmentIds: [actor.department.id] };
  if (actor.roles.includes('head')) return own;
  if (kind === 'department') return null;
  const departmentIds = [...new Set([actor.department.id, ...(await departmentsOf(app, actor.id))])];
  return { departmentIds, personId: actor.id };
}

/** 申诉: a department by its head, a person by themselves. */
export function mayAppeal(actor: Actor, { kind, subjectId, departmentId }: SubjectRef): boolean {
  return kind === 'department'
    ? actor.roles.includes('head') && actor.department.id === departmentId
    : actor.id === personOf(subjectId);
}
