import type { AppContext } from '../app/appContext.ts';
import type { ClockDocument } from './model.ts';

/** The business hours that a clock of a department counts in, where it has its own (clocks.md, "Calendar"); kept on the clock, so that it can be explained later. */
export function hoursOf(
  { organisation }: AppContext,
  departmentId: string,
): Pick<ClockDocument, 'businessHours'> {
  const businessHours = organisation.findDepartment(departmentId)?.businessHours;
  return businessHours === undefined || businessHours.length === 0 ? {} : { businessHours };
}
