import { businessHoursSchema } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import departments from '../../data/daxing/departments.json' with { type: 'json' };
import divisions from '../../data/daxing/divisions.json' with { type: 'json' };
import type { Models } from '../store/models.ts';
import { newId } from '../store/newId.ts';
import type { DepartmentDocument, DivisionDocument, Level } from './model.ts';
import { villageDepartmentId } from './villageDepartmentId.ts';

/**
 * Loads the reference district (departments, divisions, one service point a village) where it is not there yet.
 * A village's service point acts in the name of its town and carries the town's credit code and short name.
 */
export async function loadReferenceDistrict(models: Models, tenant: string): Promise<void> {
  const known = await models.divisions.countDocuments({ tenant });
  const bodies = departmentsOf(tenant);
  if (known >= divisions.length) return addShortNames(models, tenant, bodies);
  const areas: DivisionDocument[] = divisions.map((entry) => ({
    ...base(tenant),
    code: entry.code,
    name: entry.name,
    level: entry.level as Level,
    ...(entry.parent === null ? {} : { parent: entry.parent }),
    synthetic: 'synthetic' in entry && entry.synthetic === true,
  }));
  for (const entry of bodies) {
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

function departmentsOf(tenant: string): DepartmentDocument[] {
  const towns = new Map(departments.map((entry) => [entry.division, entry]));
  const bodies = departments.map((entry) => ({
    ...base(tenant),
    departmentId: entry.id,
    name: entry.name,
    shortName: entry.shortName,
    uscc: entry.uscc,
    division: entry.division,
    level: entry.level as Level,
    duties: entry.roles,
    ...ownHours(entry),
  }));
  const points = divisions
    .filter((entry) => entry.level === 'village')
    .map((entry) => {
      const town = towns.get(entry.parent ?? '');
      return {
        ...base(tenant),
        departmentId: villageDepartmentId(entry.code),
        name: `${entry.name}便民服务点`,
        ...(town === undefined ? {} : { shortName: town.shortName }),
        uscc: town?.uscc ?? '',
        division: entry.code,
        level: 'village' as const,
        duties: ['window operator'],
      };
    });
  return [...bodies, ...points];
}

/** Office hours of its own, where the file names some. Throws ZodError for spans that overlap or do not ascend. */
function ownHours(entry: object): Pick<DepartmentDocument, 'businessHours'> {
  if (!('businessHours' in entry)) return {};
  return { businessHours: businessHoursSchema.parse(entry.businessHours) };
}

/** Gives a district that was loaded before short names existed its short names; changed ones stay as they are. */
async function addShortNames(
  models: Models,
  tenant: string,
  bodies: readonly DepartmentDocument[],
): Promise<void> {
  const without = { tenant, shortName: trusted({ $exists: false }) };
  const nameless = await models.departments.find(without, { departmentId: 1 }).lean();
  const shortNames = new Map(bodies.map((entry) => [entry.departmentId, entry.shortName]));
  for (const { departmentId } of nameless) {
    const shortName = shortNames.get(departmentId);
    if (shortName === undefined) continue;
    await models.departments.updateOne({ ...without, departmentId }, { $set: { shortName } });
  }
}

function base(tenant: string): { _id: string; schemaVersion: number; tenant: string } {
  return { _id: newId(), schemaVersion: 1, tenant };
}
