import type { CheckRecord } from './model.ts';

/** A record without what only the department may read. */
export function viewRecord(record: CheckRecord) {
  return {
    day: record.day,
    result: record.result,
    late: record.late,
    documentNo: record.documentNo ?? null,
    at: record.at.toISOString(),
  };
}
