import { readFileSync } from 'node:fs';
import { type BusinessHours, businessHoursSchema } from '@onewindow/clocks';
import { z } from 'zod';
import district from '../../data/daxing/departments.json' with { type: 'json' };
import divisions from '../../data/daxing/divisions.json' with { type: 'json' };
import { villageDepartmentId } from '../organisation/villageDepartmentId.ts';

const departmentsSchema = z.array(
  z.union([z.string(), z.looseObject({ id: z.string(), businessHours: businessHoursSchema.optional() })]),
);

export interface KnownDepartments {
  readonly ids: readonly string[];
  /** Of those that have their own. */
  readonly businessHours: Readonly<Record<string, BusinessHours>>;
}

/**
 * Departments of a file with a JSON list of their ids (or of objects with `id` and, where they have their own,
 * `businessHours`), of the reference district when none is named; null when the file is no such list.
 */
export function readDepartments(file: string | undefined): KnownDepartments | null {
  if (file === undefined) {
    const villages = divisions.filter(({ level }) => level === 'village');
    const known = knownOf(departmentsSchema.parse(district));
    return { ...known, ids: [...known.ids, ...villages.map(({ code }) => villageDepartmentId(code))] };
  }
  try {
    return knownOf(departmentsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return null;
  }
}

function knownOf(entries: z.infer<typeof departmentsSchema>): KnownDepartments {
  const objects = entries.map((entry) => (typeof entry === 'string' ? { id: entry } : entry));
  const own = objects.flatMap(({ id, businessHours }) =>
    businessHours === undefined ? [] : [[id, businessHours] as const],
  );
  return { ids: objects.map(({ id }) => id), businessHours: Object.fromEntries(own) };
}
