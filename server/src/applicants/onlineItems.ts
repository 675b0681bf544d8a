import { formatLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { areasOf } from '../catalog/areasOf.ts';
import { searchItems } from '../catalog/searchItems.ts';
import { AppError } from '../errors/appError.ts';
import { isOnline } from './ownCases.ts';

/** Items that anybody may apply for online, by the words people use. */
export async function findOnlineItems(app: AppContext, query: string) {
  const items = await searchItems({ app, query, limit: 100 });
  return {
    items: items
      .filter(({ kind, retired }) => kind !== 'theme' && retired === undefined)
      .map(({ packCode, name, departmentId, operations, limits }) => ({
        packCode,
        name,
        department: departmentRef(app, departmentId),
        operations,
        limits,
      })),
  };
}

/** What an operation of an item needs, before anybody signs in. Throws AppError `itemUnknown`, `operationUnknown`, `onlyAtWindow`. */
export async function readOnlineItem(app: AppContext, packCode: string, operationKey: string) {
  const loaded = await app.packs.live(packCode);
  if (!isOnline(loaded.pack)) throw new AppError('onlyAtWindow');
  const operation = loaded.operation(operationKey);
  const limits = loaded.limitsOf(operationKey);
  return {
    packCode,
    name: loaded.pack.name,
    department: departmentRef(app, loaded.pack.department),
    operations: loaded.pack.operations.map(({ key, name }) => ({ key, name })),
    operation: { key: operation.key, name: operation.name },
    applicantKinds: loaded.pack.applicantKinds,
    requiresLicense: operation.requiresLicense,
    area: loaded.pack.area,
    areas: loaded.pack.area === 'none' ? [] : areasOf(app),
    materials: operation.materials.flatMap((key) => {
      const rule = loaded.material(key);
      if (rule === undefined) return [];
      const { name, required, accept, maxMegabytes, licenseTypes } = rule;
      return [{ key, name, required, accept, maxMegabytes, fromLicense: licenseTypes.length > 0 }];
    }),
    fees: loaded.pack.fees.map(({ name, amount, amountFen, unit, cite }) => ({
      name,
      amount: amount ?? null,
      amountFen: amountFen ?? null,
      unit: unit ?? null,
      cite,
    })),
    legalBasis: loaded.pack.legalBasis,
    limits: {
      statutory: limits.statutory.unit === 'none' ? null : formatLimit(limits.statutory),
      promised: limits.promised.unit === 'none' ? null : formatLimit(limits.promised),
    },
  };
}
