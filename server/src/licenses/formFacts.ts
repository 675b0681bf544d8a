import { addWorkdays, shanghaiDay } from '@onewindow/clocks';
import { type Facts, type FormDefinition, listFields } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { licensesInForce } from './licensesInForce.ts';

/**
 * What the check of a form needs to know of the world: the legal calendar, and the applicant's licenses where the form asks
 * for one. Working days are counted from `since`: today, or the day on which an application was received, so that it stays right
 * while it waits for acceptance.
 */
export async function formFacts(
  app: AppContext,
  form: FormDefinition,
  subject: Pick<CaseDocument, 'holderIndex'>,
  since: Date = app.time.now(),
): Promise<Facts> {
  const today = shanghaiDay(since);
  const asked = listFields(form).some(({ format }) => format === 'license');
  return {
    earliestDay: (workdays) => addWorkdays(today, workdays, app.calendar.calendar),
    ...(asked
      ? {
          heldLicenses: (await licensesInForce(app, subject)).map(({ licenseNo, type }) => ({
            licenseNo,
            type,
          })),
        }
      : {}),
  };
}
