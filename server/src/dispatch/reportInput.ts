import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { DispatchPlace } from './dispatchState.ts';
import type { Reporter } from './model.ts';

/** A report 上报 as it is handed in. */
export interface ReportInput {
  packCode: string;
  /** Key of a source of the pack. */
  source: string;
  place: {
    /** Department ids of the areas. */
    town: string;
    village?: string | undefined;
    text: string;
    position?: { longitude: number; latitude: number } | undefined;
  };
  formData: Record<string, unknown>;
  photoIds: readonly string[];
  reporter?: Reporter | undefined;
  /** What the operator decided about open case files of the same place and kind. */
  duplicate?: { mergeInto?: string | undefined; reason?: string | undefined } | undefined;
}

/** Whether this person takes reports of this channel in: grid workers their own, operators those of every other. */
export function takesChannel(actor: Actor, channel: string): boolean {
  return actor.roles.includes(channel === 'gridWorker' ? 'gridWorker' : 'operator');
}

/** The area and words of a place. Throws AppError `areaUnknown`. */
export function placeOf(
  app: AppContext,
  place: ReportInput['place'],
): { town: string; place: DispatchPlace } {
  const town = app.organisation.findDepartment(place.town);
  const village = place.village === undefined ? undefined : app.organisation.findDepartment(place.village);
  const parent = village === undefined ? undefined : app.organisation.division(village.division)?.parent;
  const wrong =
    town?.level !== 'town' ||
    (place.village !== undefined && (village?.level !== 'village' || parent !== town.division));
  if (wrong) throw new AppError('areaUnknown');
  return {
    town: town.departmentId,
    place: {
      area: village?.departmentId ?? town.departmentId,
      text: place.text,
      ...(place.position === undefined ? {} : { position: place.position }),
    },
  };
}
