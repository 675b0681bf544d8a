import { formatLimit } from '@onewindow/clocks';
import { lifeEventKeys, lifeEvents } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { areasOf } from '../catalog/areasOf.ts';
import type { ItemDocument } from '../catalog/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { searchItems } from '../catalog/searchItems.ts';
import { viewSituation } from '../catalog/viewSituation.ts';
import { AppError } from '../errors/appError.ts';
import { isOnline } from './ownCases.ts';

/** Whose items, under which life event; both may be left out. */
export interface OnlineFilter {
  query: string;
  event?: string | undefined;
  who?: 'natural' | 'legal' | undefined;
}

/** Items that anybody may apply for online, by the words people use or by life event. */
export async function findOnlineItems(app: AppContext, { query, event, who }: OnlineFilter) {
  const items = await searchItems({ app, query, event, limit: 100 });
  return {
    items: items
      .filter((item) => isOffered(item) && (who === undefined || isFor(item, who)))
      .map(({ packCode, name, departmentId, operations, limits }) => ({
        packCode,
        name,
        department: departmentRef(app, departmentId),
        operations,
        limits,
      })),
  };
}

/** Life events under which there is something to apply for online, with how many items for persons and for companies. */
export async function listOnlineEvents(app: AppContext) {
  const items = (await searchItems({ app, query: '', limit: 10_000 })).filter(isOffered);
  return {
    items: lifeEventKeys.flatMap((key) => {
      const { name, who } = lifeEvents[key];
      const under = items.filter(({ lifeEvents: events = [] }) => events.includes(key));
      const count = (kind: 'natural' | 'legal') =>
        who.includes(kind) ? under.filter((item) => isFor(item, kind)).length : 0;
      const [natural, legal] = [count('natural'), count('legal')];
      return natural + legal === 0 ? [] : [{ key, name, natural, legal }];
    }),
  };
}

function isOffered({ kind, retired }: ItemDocument): boolean {
  return kind !== 'theme' && retired === undefined;
}

function isFor({ applicantKinds }: ItemDocument, kind: 'natural' | 'legal'): boolean {
  return applicantKinds === undefined || applicantKinds.length === 0 || applicantKinds.includes(kind);
}

/** The live version of an item that can be applied for online. Throws AppError `itemUnknown`, `onlyAtWindow`. */
export async function requireOnline(app: AppContext, packCode: string): Promise<LoadedPack> {
  const loaded = await app.packs.live(packCode);
  if (!isOnline(loaded.pack)) throw new AppError('onlyAtWindow');
  return loaded;
}

/** What an operation of an item needs, before anybody signs in. Throws AppError `itemUnknown`, `operationUnknown`, `onlyAtWindow`. */
export async function readOnlineItem(app: AppContext, packCode: string, operationKey: string) {
  const loaded = await requireOnline(app, packCode);
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
    guided: viewSituation(loaded, operationKey, {}) !== null,
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
