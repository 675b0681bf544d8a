import departments from '../../data/daxing/departments.json' with { type: 'json' };
import divisions from '../../data/daxing/divisions.json' with { type: 'json' };
import type { Models } from '../store/models.ts';
import { newId } from '../store/newId.ts';
import type { DepartmentDocument, DivisionDocument, Level } from './model.ts';

/**
 * Loads the reference district (departments, divisions, one service point a village) where it is not there yet.
 * A village's service point acts in the name of its town and carries the town's credit code.
 */
export async function loadReferenceDistrict(models: Models, tenant: string): Promise<void> {
  const known = await models.divisions.countDocuments({ tenant });
  if (known >= divisions.length) return;
  const uscc = new Map(departments.map((entry) => [entry.division, entry.uscc]));
  const points: DepartmentDocument[] = divisions
    .filter((entry) => entry.level === 'village')
    .map((entry) => ({
      ...base(tenant),
      departmentId: villageDepartmentId(entry.code),
      name: `${entry.name}便民服务点`,
      uscc: uscc.get(entry.parent ?? '') ?? '',
      division: entry.code,
      level: 'village',
      duties: ['window operator'],
    }));
  const bodies: DepartmentDocument[] = departments.map((entry) => ({
    ...base(tenant),
    departmentId: entry.id,
    name: entry.name,
    uscc: entry.uscc,
    division: entry.division,
    level: entry.level as Level,
    duties: entry.roles,
  }));
  const areas: DivisionDocument[] = divisions.map((entry) => ({
    ...base(tenant),
    code: entry.code,
    name: entry.name,
    level: entry.level as Level,
    ...(entry.parent === null ? {} : { parent: entry.parent }),
    synthetic: 'synthetic' in entry && entry.synthetic === true,
  }));
  for (const entry of [...bodies, ...points]) {
    await models.departments.updateOne(
      { tenant, departmentId: entry.departmentId },
      { $setOnInsert: entry },
      { upsert: true },
    );
  }
  for (const entry of areas) {
    await models.divisions.updateOne({ tenant, code: entry.code }, { $setOnInsert: entry }, { upsert: true });
  }
}

/** Department id of a village's service point: `v` and the last six digits of its division code. */
export function villageDepartmentId(code: string): string {
  return `v${code.slice(6)}`;
}

function base(tenant: string): { _id: string; schemaVersion: number; tenant: string } {
  return { _id: newId(), schemaVersion: 1, tenant };
}
