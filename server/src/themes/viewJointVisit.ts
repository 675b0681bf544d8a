import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { viewClock } from '../clocks/viewClock.ts';
import { readJointRecord } from './jointRecord.ts';
import { visitsOf } from './jointVisits.ts';
import { readItemCases } from './themeItems.ts';

/** The joint visit that a step of an item belongs to, with its appointment, common record and who has been; or null. */
export async function viewJointVisitOf(app: AppContext, subject: CaseDocument, step: string) {
  const { family } = subject;
  if (family === undefined) return null;
  const themeCase = (await app.models.cases
    .findOne({ _id: family.themeCaseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (themeCase === null) return null;
  const joint = await visitsOf(app, themeCase, await readItemCases(app, themeCase));
  if (!joint?.visits.some((visit) => visit.subject._id === subject._id && visit.step === step)) return null;
  const loaded = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const clock = (await app.models.clocks
    .findOne({ tenant: app.tenant, caseId: themeCase._id, kind: 'jointVisit' })
    .lean()) as ClockDocument | null;
  const arranged = themeCase.theme?.jointVisit;
  return {
    themeCaseId: themeCase._id,
    coordinator: departmentRef(app, joint.rule.coordinator),
    arranged:
      arranged === undefined
        ? null
        : {
            at: arranged.at.toISOString(),
            place: arranged.place,
            note: arranged.note,
            by: arranged.arrangedBy.name,
          },
    visits: joint.visits.map(({ subject: item, departmentId, made }) => ({
      itemName: item.itemName,
      department: departmentRef(app, departmentId),
      made,
    })),
    form: joint.rule.form === undefined ? null : loaded.form(joint.rule.form),
    record: await readJointRecord(app, themeCase._id),
    clock: clock === null ? null : viewClock(app, clock),
  };
}
