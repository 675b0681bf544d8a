import { readFileSync } from 'node:fs';
import { z } from 'zod';
import district from '../../data/daxing/departments.json' with { type: 'json' };
import divisions from '../../data/daxing/divisions.json' with { type: 'json' };
import { villageDepartmentId } from '../organisation/villageDepartmentId.ts';

const departmentsSchema = z.array(z.union([z.string(), z.looseObject({ id: z.string() })]));

/**
 * Department ids of a file with a JSON list of them (or of objects with `id`), of the reference district when none is
 * named; null when the file is no such list.
 */
export function readDepartments(file: string | undefined): string[] | null {
  if (file === undefined) {
    const villages = divisions.filter(({ level }) => level === 'village');
    return [...district.map(({ id }) => id), ...villages.map(({ code }) => villageDepartmentId(code))];
  }
  try {
    const parsed = departmentsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  } catch {
    return null;
  }
}
