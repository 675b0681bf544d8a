import { describeLimit, parseLimit, shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { lightOfSummary, remainingOf } from '../clocks/lightOfSummary.ts';
import { checkOfPack } from './checkOfPack.ts';
import type { CheckDocument } from './model.ts';
import { viewRecord } from './viewRecord.ts';

/** One line of a list of checks. The holder's name is masked. */
export function checkSummary(app: AppContext, check: CheckDocument) {
  const now = app.time.now();
  return {
    id: check._id,
    kind: check.kind,
    name: check.name,
    packCode: check.packCode,
    itemName: check.itemName,
    holderName: check.holderMasked,
    caseId: check.caseId,
    caseNo: check.caseNo,
    licenseId: check.licenseId ?? null,
    licenseNo: check.licenseNo ?? null,
    department: departmentRef(app, check.departmentId),
    opensDay: check.opensDay ?? null,
    dueDay: check.dueDay,
    dueAt: check.dueAt.toISOString(),
    provisional: check.provisional,
    state: check.state,
    light: check.open ? lightOfSummary({ ...check, state: 'running' }, now) : null,
    remaining: check.open ? remainingOf(app.calendar.calendar, check.dueAt, now) : null,
  };
}

/** A round with what the officer needs to record it: its rule, its form, and what was recorded before. */
export async function viewCheck(app: AppContext, check: CheckDocument) {
  const rule = await checkOfPack(app, check);
  const loaded = await app.packs.version(check.packCode, check.packVersion);
  return {
    ...checkSummary(app, check),
    sinceDay: check.sinceDay,
    today: shanghaiDay(app.time.now()),
    interval: describeLimit(parseLimit(check.limit)),
    cite: check.cite,
    onMissed: check.onMissed,
    form: rule?.form === undefined ? null : loaded.form(rule.form),
    resultFromForm: rule?.result !== undefined,
    records: check.records.map((record) => ({
      ...viewRecord(record),
      by: record.by.name,
      opinion: record.opinion,
      formData:
        record.sealedData === undefined
          ? null
          : app.cipher.open<Record<string, unknown>>(record.sealedData, check._id),
    })),
  };
}
